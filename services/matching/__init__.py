"""Records of the books given to matching; its links kept and posted."""
