"""What is done by saying it: sentences of our own, each with a cue and its act."""

from __future__ import annotations

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.model.attribution import Act
from tests.texts import parse

TABLE = """
state|said|The harbour master said the ferry leaves at noon.
state|told|The clerk told the council that the archive has nine rooms.
state|added|He added that the road is closed on Mondays.
state|explained|The baker explained that the oven was built in 1950.
state|reported|The gazette reported that snow fell on the pass.
state|According to|According to the ministry, the census takes four weeks.
state|noted|The surveyor noted that the tower has two doors.
state|wrote|"The train stopped at the border," she wrote.
state|made it clear|The minister made it clear that the harbour is open.
state|pointed out|The engineer pointed out that the bridge has three arches.
state|testified|The nurse testified that the lamp was lit.
state|recalled|The sailor recalled that the sea was calm.
claim|claimed|The owner claimed that the mine was empty.
claim|argued|The lawyer argued that the lease had ended.
claim|believes|The farmer believes that the river will rise.
claim|insisted|The coach insisted that the ball was in.
claim|contended|The tenant contended that the roof leaked.
claim|maintained|The driver maintained that the light was green.
claim|predicted|The bank predicted that prices would double.
claim|estimated|The agency estimated that nine thousand had fled.
claim|concluded|The panel concluded that the dam was sound.
claim|suggested|The report suggested that the well was dry.
claim|speculated|The paper speculated that the king would abdicate.
claim|assertion|The assertion that the moon is hollow was met with laughter.
claim|said|"I think the treaty will last," the envoy said.
claim|said|The envoy said the treaty was probably dead.
claim|said|The economist said wages grow in spring.
claim|said|The governor said it was the best harvest in history.
claim|called|The mayor called the vote a great victory.
claim|cast doubt on|The historian cast doubt on the story.
allege|alleged|Prosecutors alleged that the clerk took bribes.
allege|allegedly|The clerk allegedly took bribes.
allege|allegation|The allegation that the clerk took bribes was read out.
allege|said|Prosecutors said the clerk had laundered the money.
allege|said|The indictment said the broker defrauded nine widows.
allege|said|The lawsuit said the foreman harassed the weavers.
allege|insinuated|The columnist insinuated that the judge was bought.
accuse|accused|The union accused the owners of theft.
accuse|blamed|The pilot blamed the tower for the crash.
accuse|condemned|The bishop condemned the raid.
accuse|denounced|The council denounced the blockade.
accuse|criticized|The auditor criticized the treasurer.
accuse|slammed|The premier slammed the verdict.
accuse|lambasted|The critic lambasted the festival.
accuse|complained|The tenants complained that the landlord cut the heating.
accuse|took aim at|The envoy took aim at the council.
accuse|hit back at|The general hit back at the reporters.
accuse|lashed out at|The singer lashed out at the label.
accuse|took issue with|The dean took issue with the survey.
accuse|fired back|"You sold the bridge," the engineer fired back.
accuse|said|She said the governor had lied to the islanders.
accuse|said|He said the verdict was shameful and unjust.
accuse|said|The chief said the raid was a brutal act of aggression.
accuse|wrote|The deputy wrote that the ministry had betrayed the farmers.
accuse|told|He told the court that the mayor was corrupt.
accuse|said|Critics said the road was too short.
accuse|described|The envoy described the blockade as a disgrace.
accuse|called|The captain called the referee a liar.
accuse|argued|The union argued that the owners had cheated the crew.
accuse|criticism|Spain's criticism of the bishop was loud.
deny|denied|The clerk denied that he took bribes.
deny|rejected|The palace rejected the report.
deny|refuted|The bank refuted the rumours.
deny|dismissed|The minister dismissed the charge.
deny|disputed|The firm disputed the figure.
deny|brushed aside|The senator brushed aside the allegations.
deny|poured cold water on|The mayor poured cold water on the plan.
deny|ruled out|The spokesman ruled out a new election.
deny|played down|The minister played down the danger.
deny|pushed back|The union pushed back against the claims.
deny|denial|The denial that the ship was armed convinced nobody.
deny|pleaded not guilty|The clerk pleaded not guilty to the theft.
deny|said|He said he was not involved in the raid.
deny|said|She said the report was false.
deny|said|The consul said there were no plans to close the port.
deny|said|The guard said he had never met the smugglers.
deny|said|The firm said it had nothing to do with the spill.
deny|said|"We did not attack the convoy," the commander said.
deny|denounced|The king denounced the report as false.
deny|did not admit|The clerk did not admit that he took bribes.
admit|admitted|The clerk admitted that he took bribes.
admit|acknowledged|The ministry acknowledged that the dam leaked.
admit|conceded|The trainer conceded that the horse was lame.
admit|confessed|The boy confessed to the theft.
admit|admission|The admission that the dam leaked came late.
admit|said|"We made a terrible mistake," the captain said.
admit|said|The chief said he was wrong and that mistakes were made.
admit|owned up|The clerk owned up to the error.
confirm|confirmed|The ministry confirmed that the bridge fell.
confirm|verified|The lab verified that the water was clean.
confirm|corroborated|The witness corroborated that the lamp was lit.
confirm|replied|"Yes," the consul replied.
decline_comment|did not confirm|The ministry did not confirm that the bridge fell.
decline_comment|declined|The bank declined to comment.
decline_comment|would not comment|The palace would not comment on the wedding.
decline_comment|said|The officer said he could not confirm the raid.
silent|did not respond|The firm did not respond to a request for comment.
announce|announced|The king announced that the fleet would sail.
announce|revealed|The museum revealed that the vase was stolen.
announce|disclosed|The bank disclosed that it had lost the ledger.
announce|ruled|The court ruled that the law was void.
announce|announcement|The announcement that the mill would close came on Monday.
announce|said|The firm said it would open a mill next year.
announce|said|Police said two men had been arrested.
announce|said|The premier said he would travel to the islands.
announce|said|The ministry said it has decided to close the port.
promise|promised|The mayor promised to mend the road.
promise|vowed|The bishop vowed to feed the poor.
promise|pledged|The bank pledged to repay the savers.
promise|assured|The captain assured the crew that the ship was safe.
promise|gave its word|The firm gave its word that the roof would hold.
promise|said|The mayor said she would protect the islanders.
promise|said|"We will help the farmers," the minister said.
promise|said|The envoy said his country was ready to negotiate with the rebels.
promise|pledge|Norway's pledge to mend the road was kept.
threaten|threatened|The union threatened to strike.
threaten|vowed|The general vowed to retaliate against the town.
threaten|said|The general said the rebels would pay a heavy price.
threaten|said|The ministry said it would impose tariffs if the talks failed.
threaten|threatened|The guild threatened that it would sue.
demand|demanded|The crew demanded that the captain resign.
demand|urged|The bishop urged the king to free the prisoners.
demand|ordered|The judge ordered the firm to pay.
demand|called for|The deputies called for a truce.
demand|called|The envoy called on the rebels to leave the town.
demand|said|The envoy said the rebels must leave the town.
demand|said|"The governor should resign," the deputy said.
demand|chanted|"Free the prisoners," the crowd chanted.
demand|call|The call for a truce went unheard.
ask|asked|The boy asked whether the shop was open.
ask|requested|The pilot requested that the runway be cleared.
ask|wondered|The farmer wondered whether the rain would come.
ask|begged|The widow begged the judge to wait.
ask|request|The request that the runway be cleared was granted.
warn|warned|The doctor warned that the fever would spread.
warn|cautioned|The bank cautioned that rates could rise.
warn|sounded the alarm|The doctors sounded the alarm over the shortage.
warn|warning|The warning that the dam could burst came too late.
warn|said|The general said the strike could lead to war.
warn|said|The envoy said the raid would destabilize the region.
warn|voiced concern|The bishop voiced concern that the camp would flood.
learn|learned|The paper learned that the vase was stolen.
learn|discovered|The auditor discovered that the ledger was gone.
"""
CASES = [tuple(line.split("|")) for line in TABLE.strip().splitlines()]


def test_the_table_is_wide() -> None:
    assert len(CASES) >= 120
    assert len({text for _, _, text in CASES}) == len(CASES)


@pytest.mark.parametrize(("act", "cue", "text"), CASES)
def test_a_cue_has_the_act(act: Act, cue: str, text: str) -> None:
    drafts = find_attributions(parse(text))
    found = [draft.act for draft in drafts if cue in " ".join(span.text for span in draft.cue)]
    assert found[:1] == [act], [(draft.cue, draft.act, draft.content) for draft in drafts]
