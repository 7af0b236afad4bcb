/** The role of functions, as `aws_iam_role.functions`. */
export const FUNCTIONS_ROLE = `resource "aws_iam_role" "functions" {
  name = "functions"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}
`;

/** What a function is made of: that role, and code in `functions.zip`. */
export const FUNCTION_CODE = `  role          = aws_iam_role.functions.arn
  runtime       = "nodejs22.x"
  handler       = "index.getUser"
  filename      = "functions.zip"
`;
