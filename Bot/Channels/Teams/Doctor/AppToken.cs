using System.Text.RegularExpressions;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels.Teams.Doctor;

/// <summary>Asks for the token that the bot shows the connector, as the SDK does, and explains a refusal by Entra's own number for it.</summary>
internal sealed partial class AppToken(TeamsOptions settings, bool validateAuthority, DoctorHttp http)
{
    private const string Check = "teams-token";

    public async Task<Finding> FindAsync(TeamsCloud cloud, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(DoctorHttp.Patience * 2); // the library tries twice
        try
        {
            await (settings.IsManagedIdentity ? OfTheMachineAsync(cloud, patience.Token) : BySecretAsync(cloud, patience.Token));
            return new(Check, FindingState.Ok, "token", cloud.Login);
        }
        catch (MsalException exception)
        {
            return Refusal(exception, cloud.Login);
        }
        catch (HttpRequestException)
        {
            return new(Check, FindingState.Failed, "no-connection", cloud.Login);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(Check, FindingState.Failed, "too-slow", cloud.Login);
        }
    }

    private Task<AuthenticationResult> BySecretAsync(TeamsCloud cloud, CancellationToken cancellationToken) => ConfidentialClientApplicationBuilder
        .Create(settings.MicrosoftAppId!.Trim()).WithClientSecret(settings.MicrosoftAppPassword).WithAuthority(cloud.Login, validateAuthority).WithHttpClientFactory(new Clients(http)).Build()
        .AcquireTokenForClient([$"{cloud.Scope}/.default"]).ExecuteAsync(cancellationToken);

    private Task<AuthenticationResult> OfTheMachineAsync(TeamsCloud cloud, CancellationToken cancellationToken) => ManagedIdentityApplicationBuilder
        .Create(ManagedIdentityId.WithUserAssignedClientId(settings.MicrosoftAppId!.Trim())).WithHttpClientFactory(new Clients(http)).Build()
        .AcquireTokenForManagedIdentity(cloud.Scope).WithForceRefresh(true).ExecuteAsync(cancellationToken); // the library keeps such tokens for the whole process

    /// <summary>The message may hold ids of the request; only the number is told.</summary>
    private Finding Refusal(MsalException exception, string login)
    {
        var number = Number().Match(exception.Message) is { Success: true } match ? match.Groups[1].Value : "";
        var reason = number switch
        {
            "7000215" or "7000218" => "secret-wrong",
            "7000222" => "secret-expired",
            "700016" or "7000229" => "app-unknown",
            "90002" or "900021" or "900023" => "tenant-unknown",
            "" when settings.IsManagedIdentity => "no-identity",
            "" when exception.InnerException is HttpRequestException => "no-connection",
            "" when exception.ErrorCode is "request_timeout" => "too-slow",
            _ => "refused",
        };
        var detail = reason is "no-connection" or "too-slow" ? login : number.Length > 0 ? "AADSTS" + number : exception.ErrorCode;
        return new(Check, FindingState.Failed, reason, detail);
    }

    [GeneratedRegex("AADSTS([0-9]+)")]
    private static partial Regex Number();

    private sealed class Clients(DoctorHttp http) : IMsalHttpClientFactory
    {
        private readonly HttpClient client = http.CreateClient();

        public HttpClient GetHttpClient() => client;
    }
}
