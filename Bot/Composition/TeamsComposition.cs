using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PlanBot.Channels;
using PlanBot.Channels.Browser;
using PlanBot.Channels.Teams;
using PlanBot.Channels.Teams.Doctor;
using PlanBot.Dashboard;
using PlanBot.Dialogs;
using PlanBot.Dialogs.Cards;
using PlanBot.UseCases;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Composition;

/// <summary>The Teams channel, where it has its keys; without any it is off, and its address is not there.</summary>
internal static class TeamsComposition
{
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<TeamsOptions>(configuration, TeamsOptions.Section);
        services.TryAddSingleton(provider => new TeamsAppSettings(
            Given(provider.GetRequiredService<IOptions<TeamsOptions>>().Value.MicrosoftAppId),
            Uri.TryCreate(provider.GetRequiredService<IOptions<BrowserOptions>>().Value.PublicUrl, UriKind.Absolute, out var address) ? address.Host : null,
            Given(configuration[$"{TeamsTabOptions.Section}:{nameof(TeamsTabOptions.ClientId)}"])));
        if (!IsOn(configuration))
            return services;
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<SharedPace>();
        services.TryAddSingleton<ConnectorPace>();
        services.TryAddTransient<ConnectorCalls>();
        services.TryAddTransient<PacedCalls>();
        services.AddHttpClient(TeamsHttp.Client)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the SDK keeps its client; connections are renewed below
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            .AddHttpMessageHandler<ConnectorCalls>()
            .AddHttpMessageHandler<PacedCalls>();
        services.AddHttpClient(TeamsFiles.Client, client => client.Timeout = TimeSpan.FromSeconds(10)) // the turn has 15 s to answer
            .RemoveAllLoggers() // the address is a key to the file
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.TryAddSingleton<TeamsHttp>();
        services.TryAddSingleton<TeamsAuthentication>();
        services.TryAddSingleton<FileOffers>();
        services.TryAddSingleton<TeamsForm>();
        services.TryAddSingleton<SeenActivities>();
        services.TryAddSingleton<TeamsPeople>();
        services.TryAddSingleton<ReadReceipts>();
        services.TryAddSingleton<FileConsents>();
        services.TryAddSingleton<TeamsAdapter>();
        services.TryAddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<TeamsAdapter>());
        services.AddSingleton<IOutbound, TeamsOutbound>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICardChanges, TeamsCardChanges>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReaders, TeamsReaders>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFiles, TeamsFiles>());
        return services;
    }

    public static void MapTeams(this WebApplication app)
    {
        if (IsOn(app.Configuration))
            MessageEndpoint.Map(app);
    }

    /// <summary>For whoever is about to serve; commands do without the channel.</summary>
    /// <exception cref="SettingException">The channel is half configured, or its authentication is switched off where that must not be.</exception>
    public static void CheckTeams(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = Read(configuration);
        if (options.WithoutAuthentication && !environment.IsDevelopment())
            throw Wrong(
                nameof(TeamsOptions.WithoutAuthentication), "只能在开发环境（Development）中打开，请删去", "may be on in a Development run only; take it out");
        if (options.WrongKey() is { } key)
            throw Wrong(key, "缺失或与其他键不符：请补全 Teams 的各键，或全部删去", "is missing or does not fit the others: give all keys of Teams, or none");
        if (!options.IsOff && TeamsCloud.WrongKey(configuration.GetSection(TeamsOptions.Section)) is { } address)
            throw Wrong(address, "缺失或不对：云的地址要么一个都不写，要么全部写上（docs/teams.md）", "is missing or wrong: give none of the cloud's addresses, or all of them (docs/teams.md)");
        CheckHosts(nameof(TeamsOptions.AllowedHosts), options.AllowedHosts);
        CheckHosts(nameof(TeamsOptions.FileHosts), options.FileHosts);
    }

    private static void CheckHosts(string key, IReadOnlyList<string> hosts)
    {
        if (hosts.FirstOrDefault(host => host.Contains('/', StringComparison.Ordinal) || host.Trim().Length == 0) is { } host)
            throw Wrong(key, $"里的“{host}”应只写主机名", $"holds \"{host}\"; write host names only");
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static bool IsOn(IConfiguration configuration) => Read(configuration) is { IsOff: false } options && options.WrongKey() is null;

    private static TeamsOptions Read(IConfiguration configuration) => configuration.GetSection(TeamsOptions.Section).Get<TeamsOptions>() ?? new();

    private static SettingException Wrong(string key, string problem, string inEnglish) =>
        new($"{TeamsOptions.Section}:{key} {problem}。 {TeamsOptions.Section}:{key} {inEnglish}.");
}
