output "url" {
  description = "Where the API is."
  value       = module.api.url
}

output "rest_api_id" {
  description = "Id of the API."
  value       = module.api.rest_api_id
}

output "user_pool_client_id" {
  description = "Client id with which the web application signs people in."
  value       = aws_cognito_user_pool_client.app.id
}
