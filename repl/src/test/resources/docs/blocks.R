# The other end of Interpreter.java for R: runs blocks one after the other in one environment.
MARK <- "\001"
options(width = 100)
sink(stdout(), type = "message")
input <- file("stdin", open = "r")
block <- character()
while (length(line <- readLines(input, n = 1)) == 1) {
  if (line != MARK) {
    block <- c(block, line)
    next
  }
  end <- tryCatch({
    source(exprs = parse(text = block, keep.source = FALSE), echo = FALSE, print.eval = TRUE, local = globalenv())
    "ok"
  }, error = function(e) {
    cat("Error: ", conditionMessage(e), "\n", sep = "")
    "failed"
  })
  cat(MARK, end, "\n", sep = "")
  block <- character()
}
