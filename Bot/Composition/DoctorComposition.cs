using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Channels;
using PlanBot.Channels.Browser;
using PlanBot.Channels.DingTalk;
using PlanBot.Channels.DingTalk.Doctor;
using PlanBot.Channels.Mail;
using PlanBot.Channels.Teams;
using PlanBot.Channels.Teams.Doctor;
using PlanBot.Composition.Doctor;
using PlanBot.UseCases.Doctor;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Composition;

/// <summary>What <c>planbot doctor</c> looks at, in the order in which an installation is set up.</summary>
internal static class DoctorComposition
{
    public static IServiceCollection AddDoctor(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(DoctorHttp.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (DoctorHttp.Patience, DoctorHttp.LongestBody))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.TryAddTransient<DoctorHttp>();
        services.TryAddSingleton(new ChannelsInUse([.. TeamsComposition.IsOn(configuration) ? new[] { TeamsOptions.Channel } : [], .. DingTalkComposition.IsOn(configuration) ? new[] { DingTalkOptions.Channel } : [], BrowserOptions.Channel, .. MailComposition.IsOn(configuration) ? new[] { MailOptions.Channel } : []]));
        services.TryAddScoped<DoctorOrder>();
        services.TryAddScoped<DatabaseCheckup>();
        services.TryAddScoped<IDatabaseCheckup>(provider => provider.GetRequiredService<DatabaseCheckup>());
        services.TryAddScoped<TeamsSettingsCheckup>();
        services.TryAddScoped<DingTalkProbe>();
        services.AddScoped<ICheckup>(provider => provider.GetRequiredService<DatabaseCheckup>());
        services.AddScoped<ICheckup, LedgerCheckup>().AddScoped<ICheckup, ServingCheckup>().AddScoped<ICheckup, PublicUrlCheckup>();
        services.AddScoped<ICheckup>(provider => provider.GetRequiredService<TeamsSettingsCheckup>());
        services.AddScoped<ICheckup, TeamsConnectionCheckup>().AddScoped<ICheckup, TeamsPackageCheckup>().AddScoped<ICheckup, DingTalkCheckup>().AddScoped<ICheckup, MailCheckup>().AddScoped<ICheckup, WebhookCheckup>();
        services.TryAddScoped<Examine>();
        return services;
    }
}
