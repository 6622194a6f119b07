using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanBot.Channels.Webhooks;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.UseCases.Webhooks;

namespace PlanBot.Composition;

/// <summary>Telling other systems: their outbox, and how it is carried. The job is the scheduler's (<see cref="RemindersComposition"/>).</summary>
internal static class WebhooksComposition
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Configure<IHostEnvironment>((options, environment) => options.AllowLoopback = environment.IsDevelopment());
        services.AddSection<WebhookOptions>(configuration, WebhookOptions.Section);
        services.TryAddSingleton<ApiQuery>();
        services.AddHttpClient(WebhookPost.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers() // an address may hold a secret
            .ConfigurePrimaryHttpMessageHandler(provider => WebhookPost.Handler(provider.GetRequiredService<IOptions<WebhookOptions>>().Value));
        services.TryAddSingleton<IWebhookPost, WebhookPost>();
        return services.AddSingleton<WebhookRepository>().AddSingleton<TellSystems>().AddSingleton<SendWebhooks>().AddSingleton<KeepWebhooks>();
    }
}
