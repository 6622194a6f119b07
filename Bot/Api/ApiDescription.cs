using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PlanBot.Texts;

namespace PlanBot.Api;

/// <summary>What the OpenAPI document says of each address and of the whole.</summary>
internal static class ApiDescription
{
    private const string Bearer = "token";

    public static RouteHandlerBuilder Lists<T>(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.Gives<PageOf<T>>(name, summary);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, string name, string summary) => endpoint.WithName(name).WithSummary(summary).Produces<T>();

    /// <summary>A change of a report that is owed, under the condition that it is still as it was seen.</summary>
    public static RouteHandlerBuilder Changes<T>(this RouteHandlerBuilder endpoint, string name, string summary, int status)
    {
        endpoint.WithName(name).WithSummary(summary).Produces<T>(status).WithMetadata(new NeedsIfMatch());
        foreach (var refusal in new[] { StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status428PreconditionRequired })
            endpoint.ProducesProblem(refusal);
        return endpoint;
    }

    public static void Describe(OpenApiOptions document)
    {
        document.ShouldInclude = description => description.RelativePath?.StartsWith(ApiDoor.Root[1..], StringComparison.Ordinal) == true;
        document.AddDocumentTransformer((described, _, _) =>
        {
            described.Info = new OpenApiInfo { Title = "PlanBot", Version = "1", Description = ApiTexts.Description };
            described.Servers = [];
            described.Components ??= new();
            described.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = ApiTexts.TokenDescription },
            };
            described.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, described)] = [] }];
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.HttpMethod != HttpMethods.Post)
                return Task.CompletedTask;
            operation.Parameters ??= [];
            operation.Parameters.Add(Header(RepeatedRequests.Header, ApiTexts.KeyDescription, isRequired: false));
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsIfMatch>().Any())
                operation.Parameters.Add(Header("If-Match", ApiTexts.IfMatchDescription, isRequired: true));
            return Task.CompletedTask;
        });
    }

    private static OpenApiParameter Header(string name, string description, bool isRequired) =>
        new() { Name = name, In = ParameterLocation.Header, Required = isRequired, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private sealed class NeedsIfMatch;
}
