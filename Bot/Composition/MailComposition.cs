using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Channels.Mail;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The mail channel, where a server is named; else it is off.</summary>
internal static class MailComposition
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<MailOptions>(configuration, MailOptions.Section);
        if (!IsOn(configuration))
            return services;
        services.TryAddSingleton<InviteToBrowser>();
        services.TryAddSingleton<MailOutbound>();
        services.AddSingleton<IOutbound>(provider => provider.GetRequiredService<MailOutbound>());
        return services;
    }

    public static bool IsOn(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[$"{MailOptions.Section}:{nameof(MailOptions.Host)}"]);
}
