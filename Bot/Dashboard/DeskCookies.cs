using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>What the browser keeps: the secret of its session, and the language that was chosen.</summary>
public sealed class DeskCookies(DeskAccess access, IOptions<DashboardOptions> options)
{
    internal const string Session = "planbot.desk";
    internal const string ChosenLanguage = "planbot.desk.language";

    public TimeSpan Lifetime => TimeSpan.FromHours(options.Value.SessionHours);

    public void SetSession(HttpContext http, string secret) => http.Response.Cookies.Append(Session, secret, Options(http, Lifetime));

    public async Task<Person?> PersonAsync(HttpContext http, CancellationToken cancellationToken) =>
        http.Request.Cookies[Session] is { Length: > 0 and <= 100 } secret ? await access.FindAsync(secret, cancellationToken) : null;

    public async Task EndSessionAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.Cookies[Session] is { Length: > 0 and <= 100 } secret)
            await access.LeaveAsync(secret, cancellationToken);
        http.Response.Cookies.Delete(Session, Options(http, null));
    }

    public void SetLanguage(HttpContext http, Language language) => http.Response.Cookies.Append(ChosenLanguage, language.Code(), Options(http, TimeSpan.FromDays(365)));

    /// <summary>The language chosen here, else the one last written in chat, else the browser's.</summary>
    public static Language LanguageOf(HttpContext http, Person? person) => http.Request.Cookies[ChosenLanguage] is { } chosen ? Languages.Parse(chosen)
        : person?.Language is { } written ? Languages.Parse(written)
        : Languages.Parse(http.Request.Headers.AcceptLanguage.ToString().Split('-', ',', ';')[0]);

    // Lax, because people come by links in their chat; nothing changes by such a visit, and every form carries a token besides.
    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = lifetime, Path = "/dashboard", IsEssential = true };
}
