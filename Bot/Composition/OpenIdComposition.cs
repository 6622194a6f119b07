using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PlanBot.Dashboard;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The dashboard's second way in, by an OpenID Connect provider; there only where it is configured.</summary>
internal static class OpenIdComposition
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<OpenIdOptions>(configuration, OpenIdOptions.Section);
        var settings = Read(configuration);
        if (settings.IsOff || settings.WrongKey() is not null)
            return services;
        services.AddSingleton<OpenIdSignIn>();
        services.AddAuthentication().AddCookie(OpenIdSignIn.Unused).AddOpenIdConnect(OpenIdSignIn.Scheme, handler => Configure(handler, settings));
        // Cookies and tokens go by real time, whatever time a demo shows.
        services.AddOptions<OpenIdConnectOptions>(OpenIdSignIn.Scheme).Configure<IServiceProvider>((handler, provider) =>
        {
            handler.TimeProvider = provider.GetRequiredKeyedService<TimeProvider>(ClockComposition.Wall);
            if (provider.GetRequiredService<PublicAddress>().IsHttps)
                (handler.CorrelationCookie.SecurePolicy, handler.NonceCookie.SecurePolicy) = (CookieSecurePolicy.Always, CookieSecurePolicy.Always);
        });
        services.AddOptions<CookieAuthenticationOptions>(OpenIdSignIn.Unused).Configure<IServiceProvider>((handler, provider) => handler.TimeProvider = provider.GetRequiredKeyedService<TimeProvider>(ClockComposition.Wall));
        return services;
    }

    /// <summary>For whoever is about to serve.</summary>
    /// <exception cref="SettingException">It is half configured, or its provider would let in anybody's accounts.</exception>
    public static void CheckOpenId(IConfiguration configuration)
    {
        if (Read(configuration).WrongKey() is { } key)
            throw new SettingException(
                $"{OpenIdOptions.Section}:{key} 缺失或不对：请写全 Authority（本单位的 https 地址，不能是 common）、ClientId、ClientSecret，或全部删去（docs/operations.md）。 "
                + $"{OpenIdOptions.Section}:{key} is missing or wrong: give Authority (your own organisation's https address, not \"common\"), ClientId and ClientSecret, or none of them (docs/operations.md).");
    }

    private static OpenIdOptions Read(IConfiguration configuration) => configuration.GetSection(OpenIdOptions.Section).Get<OpenIdOptions>() ?? new();

    private static void Configure(OpenIdConnectOptions handler, OpenIdOptions settings)
    {
        (handler.Authority, handler.ClientId, handler.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        handler.RequireHttpsMetadata = !new Uri(settings.Authority!).IsLoopback;
        handler.SignInScheme = OpenIdSignIn.Unused;
        handler.EventsType = typeof(OpenIdSignIn);
        handler.CallbackPath = OpenIdSignIn.Callback;
        handler.ResponseType = OpenIdConnectResponseType.Code;
        handler.ResponseMode = OpenIdConnectResponseMode.Query; // comes back by a visit, so its cookies need not be sent along by other sites' forms
        handler.MapInboundClaims = false;
        handler.SaveTokens = false;
        handler.BackchannelTimeout = Patience;
        foreach (var cookie in new[] { handler.CorrelationCookie, handler.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
    }
}
