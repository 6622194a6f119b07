using Microsoft.Extensions.DependencyInjection.Extensions;
using PlanBot.Channels;
using PlanBot.Channels.DingTalk;
using PlanBot.Data.Model;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Composition;

/// <summary>The DingTalk channel, where it has its keys; without any it is off, and its address is not there.</summary>
internal static class DingTalkComposition
{
    public static IServiceCollection AddDingTalk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<DingTalkOptions>(configuration, DingTalkOptions.Section);
        if (!IsOn(configuration))
            return services;
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<SharedPace>();
        services.AddHttpClient(DingTalkApi.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(10), DingTalkApi.LongestAnswer))
            .RemoveAllLoggers() // addresses hold tokens and sessions
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddHttpClient(DingTalkFiles.Client, client => client.Timeout = TimeSpan.FromSeconds(30))
            .RemoveAllLoggers() // the address is a key to the file
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = DingTalkFiles.ConnectAsync });
        services.TryAddSingleton<SeenActivities>();
        services.TryAddSingleton<SessionWebhooks>();
        services.TryAddSingleton<DingTalkTokens>();
        services.TryAddSingleton<DingTalkApi>();
        services.TryAddSingleton<RobotSends>();
        services.TryAddSingleton<DingTalkCards>();
        services.TryAddSingleton<DingTalkReplies>();
        services.TryAddSingleton<DingTalkPeople>();
        services.TryAddSingleton<DingTalkFiles>();
        services.TryAddSingleton<DingTalkAdapter>();
        services.TryAddSingleton<DingTalkInbox>();
        services.TryAddSingleton<DingTalkQuota>();
        services.AddSingleton<IChannelQuota>(provider => provider.GetRequiredService<DingTalkQuota>());
        services.TryAddSingleton<DingTalkErrands>();
        services.TryAddSingleton<DingTalkTodos>();
        services.TryAddSingleton<DingTalkDing>();
        services.TryAddSingleton<DingTalkOutbound>();
        services.AddSingleton<IOutbound>(provider => provider.GetRequiredService<DingTalkOutbound>());
        services.TryAddSingleton(new StreamPace());
        services.TryAddSingleton<StreamGateway>();
        services.TryAddSingleton<StreamFrames>();
        services.AddHosted<DingTalkUsage>().AddHosted<DingTalkTurns>().AddHosted<DingTalkConnection>().AddHosted<DingTalkDirectory>().AddHosted<DingTalkErrandRunner>();
        return services;
    }

    public static void MapDingTalk(this WebApplication app)
    {
        if (!IsOn(app.Configuration))
            return;
        MessageEndpoint.Map(app);
        if (Read(app.Configuration) is { HasCards: true, CardSecret.Length: > 0 })
            CardEndpoint.Map(app);
    }

    /// <summary>For whoever is about to serve; commands do without the channel.</summary>
    /// <exception cref="SettingException">The channel is half configured.</exception>
    public static void CheckDingTalk(IConfiguration configuration)
    {
        var options = Read(configuration);
        if (options.WrongKey() is { } key)
            throw Wrong(key, "缺失或不对：请补全钉钉的各键（AppKey、AppSecret、RobotCode，Mode 为 Stream 或 Http），或全部删去", "is missing or wrong: give all keys of DingTalk (AppKey, AppSecret, RobotCode; Mode is Stream or Http), or none");
        CheckErrands(options, configuration);
        foreach (var (name, hosts) in new[] { (nameof(options.WebhookHosts), options.WebhookHosts), (nameof(options.FileHosts), options.FileHosts), (nameof(options.StreamHosts), options.StreamHosts) })
        {
            if (hosts.FirstOrDefault(host => host.Contains('/', StringComparison.Ordinal) || host.Trim().Length == 0) is { } host)
                throw Wrong(name, $"里的“{host}”应只写主机名", $"holds \"{host}\"; write host names only");
        }
    }

    /// <summary>What to-dos and DINGs need of other sections.</summary>
    private static void CheckErrands(DingTalkOptions options, IConfiguration configuration)
    {
        if (options.IsOff)
            return;
        if (options.Todo && string.IsNullOrWhiteSpace(options.TodoUrl) && string.IsNullOrWhiteSpace(configuration["Channels:Browser:PublicUrl"]))
            throw Wrong(nameof(options.TodoUrl), "缺失：钉钉的待办必须带一个页面地址，请写上，或写上 Channels:Browser:PublicUrl", "is missing: DingTalk takes no to-do without a page; give one, or give Channels:Browser:PublicUrl");
        var steps = (configuration.GetSection(ReminderOptions.Section).Get<ReminderOptions>() ?? new()).Steps.Where(step => step.Kind is ReminderKind.Step or ReminderKind.Escalation).Select(step => step.Key).ToList();
        if (options.HasDing && !steps.Contains(options.DingStep!.Trim()))
            throw Wrong(
                nameof(options.DingStep), $"是“{options.DingStep}”，Reminders:Steps 里没有这个催报节点，可写：{string.Join('、', steps)}", $"is \"{options.DingStep}\", which is no step of Reminders:Steps that reminds people; use one of {string.Join(", ", steps)}");
    }

    public static bool IsOn(IConfiguration configuration) => Read(configuration) is { IsOff: false } options && options.WrongKey() is null;

    /// <summary>One and the same, whether it is asked for or hosted.</summary>
    private static IServiceCollection AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.TryAddSingleton<T>();
        return services.AddHostedService(provider => provider.GetRequiredService<T>());
    }

    private static DingTalkOptions Read(IConfiguration configuration) => configuration.GetSection(DingTalkOptions.Section).Get<DingTalkOptions>() ?? new();

    private static SettingException Wrong(string key, string problem, string inEnglish) =>
        new($"{DingTalkOptions.Section}:{key} {problem}。 {DingTalkOptions.Section}:{key} {inEnglish}.");
}
