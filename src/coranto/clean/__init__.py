"""What is not the article, and what stands wrongly in it: marked beside the text, which stays as found."""
