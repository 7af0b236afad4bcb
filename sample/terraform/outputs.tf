output "url" {
  description = "Where the API is."
  value       = aws_api_gateway_stage.this.invoke_url
}

output "rest_api_id" {
  description = "Id of the API."
  value       = aws_api_gateway_rest_api.this.id
}

output "user_pool_client_id" {
  description = "Client id with which the web application signs people in."
  value       = aws_cognito_user_pool_client.app.id
}
