using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using PlanBot.Data.Sql;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>Signing in by the organisation's accounts: the code flow with PKCE. Who comes back is looked for in the contact list and then has a session like any other; the provider's tokens are not kept.</summary>
public sealed partial class OpenIdSignIn(DeskAccess access, DeskCookies cookies, PublicAddress address, IOptions<OpenIdOptions> options, ILogger<OpenIdSignIn> logger) : OpenIdConnectEvents
{
    public const string Scheme = "openid";

    /// <summary>What the handler would keep a visitor by; never issued, for the session is ours.</summary>
    public const string Unused = "openid-unused";

    internal const string Begin = "/dashboard/openid";
    internal const string Callback = "/dashboard/openid/callback";
    internal const string Refused = "/dashboard/openid/refused";

    /// <summary>The address as people reach it, also behind a proxy.</summary>
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = address.Address + Callback;
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, settings) = (context.HttpContext, options.Value);
        var accounts = settings.ClaimNames.Select(name => context.Principal?.FindFirst(name)?.Value).OfType<string>().Where(account => account.Length > 0).ToList();
        try
        {
            if (await access.EnterByAccountAsync(settings.Accounts, accounts, cookies.Lifetime, http.RequestAborted) is not { } secret)
            {
                LogUnknown(string.Join(", ", settings.ClaimNames));
                http.Response.Redirect(Refused);
                return;
            }
            cookies.SetSession(http, secret);
            http.Response.Redirect("/dashboard");
        }
        catch (DatabaseUnavailableException unavailable)
        {
            LogUnavailable(unavailable.Message);
            await NoticePage.Unavailable(DeskCookies.LanguageOf(http, null)).ExecuteAsync(http);
        }
    }

    /// <summary>A person who changed their mind, an answer that is not for us, or a provider that is away: the way in stands open again, and by the link from chat.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        LogFailed(context.Failure?.Message.ReplaceLineEndings(" ") ?? "no reason");
        context.Response.Redirect(Refused);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody signed in by OpenID Connect whom the contact list does not know by {Claims}")]
    private partial void LogUnknown(string claims);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by OpenID Connect was put off: {Problem}")]
    private partial void LogUnavailable(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in by OpenID Connect failed: {Reason}")]
    private partial void LogFailed(string reason);
}
