using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dashboard;

/// <summary>What the browser keeps: the secret of its session, and the language that was chosen.</summary>
public sealed class DeskCookies(DeskAccess access, PublicAddress address, IOptions<DashboardOptions> options, IOptions<TeamsTabOptions> tab)
{
    internal const string Session = "planbot.desk";

    /// <summary>What a cookie says of itself that no other site's frame is to see.</summary>
    internal const string Partitioned = "Partitioned";

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

    // Lax, because people come by links in their chat; nothing changes by such a visit, and every form carries a token besides. Inside Teams the page is a frame of another site's,
    // which browsers send nothing less than None to, kept apart for each site around it.
    private CookieOptions Options(HttpContext http, TimeSpan? lifetime)
    {
        var isFramed = !tab.Value.IsOff;
        var kept = new CookieOptions
        {
            HttpOnly = true, Secure = isFramed || http.Request.IsHttps || address.IsHttps, SameSite = isFramed ? SameSiteMode.None : SameSiteMode.Lax, MaxAge = lifetime, Path = "/dashboard", IsEssential = true,
        };
        if (isFramed)
            kept.Extensions.Add(Partitioned);
        return kept;
    }
}
