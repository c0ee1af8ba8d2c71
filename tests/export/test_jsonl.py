import io

from coranto.export.jsonl import write
from coranto.model.reading import Reading
from coranto.store.queries import Store
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample


def test_each_line_is_the_reading_as_it_was_written(tmp_path):
    readings = [read_sample(make_sample(name, title="Line\nbreak \u2028 here")) for name in ("b.txt", "a.txt")]
    with open_store(tmp_path / "c.db") as writer:
        for reading in readings:
            writer.write(reading)
    out = io.BytesIO()
    with Store.open(tmp_path / "c.db") as store:
        assert write(store, out) == 2
    lines = out.getvalue().split(b"\n")
    assert lines.pop() == b""
    assert [Reading.model_validate_json(line) for line in lines] == readings[::-1]
