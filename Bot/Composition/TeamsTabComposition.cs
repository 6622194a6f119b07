using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using PlanBot.Dashboard;

namespace PlanBot.Composition;

/// <summary>The dashboard as a tab of Teams; there only where it is configured.</summary>
internal static class TeamsTabComposition
{
    public static IServiceCollection AddTeamsTab(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<TeamsTabOptions>(configuration, TeamsTabOptions.Section);
        services.AddSingleton<TeamsTabSignIn>();
        if (Read(configuration).IsOff)
            return services;
        return services.PostConfigure<AntiforgeryOptions>(forms =>
        {
            // As the session's: the pages are frames of another site's there.
            forms.Cookie.SameSite = SameSiteMode.None;
            forms.Cookie.Extensions.Add(DeskCookies.Partitioned);
        });
    }

    /// <summary>For whoever is about to serve.</summary>
    /// <exception cref="SettingException">It is half configured, would let in anybody's accounts, or nobody can reach it by https.</exception>
    public static void CheckTeamsTab(IConfiguration configuration)
    {
        var settings = Read(configuration);
        if (settings.WrongKey() is { } key)
            throw new SettingException(
                $"{TeamsTabOptions.Section}:{key} 缺失或不对：请写全 Authority（本单位的 https 地址，不能是 common）和 ClientId，或全部删去（docs/teams.md）。 "
                + $"{TeamsTabOptions.Section}:{key} is missing or wrong: give Authority (your own organisation's https address, not \"common\") and ClientId, or none of them (docs/teams.md).");
        var isReached = Uri.TryCreate(configuration["Channels:Browser:PublicUrl"], UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
        if (!settings.IsOff && !isReached)
            throw new SettingException(
                $"{TeamsTabOptions.Section} 需要公网的 https 地址：请设置 Channels:Browser:PublicUrl（docs/teams.md）。 "
                + $"{TeamsTabOptions.Section} needs a public https address: set Channels:Browser:PublicUrl (docs/teams.md).");
    }

    private static TeamsTabOptions Read(IConfiguration configuration) => configuration.GetSection(TeamsTabOptions.Section).Get<TeamsTabOptions>() ?? new();
}
