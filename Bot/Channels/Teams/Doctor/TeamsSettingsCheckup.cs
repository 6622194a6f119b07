using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels.Teams.Doctor;

/// <summary>Whether the keys of Teams are complete, fit each other and look like what they are meant to be. Asks nobody.</summary>
public sealed class TeamsSettingsCheckup(IOptions<TeamsOptions> options, IConfiguration configuration, IHostEnvironment environment) : ICheckup
{
    private readonly TeamsOptions settings = options.Value;
    private readonly IConfiguration section = configuration.GetSection(TeamsOptions.Section);

    public string Name => "teams";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.IsOff)
            return Task.FromResult<IReadOnlyList<Finding>>([new(Name, FindingState.Off, "teams-off")]);
        List<Finding> findings = [.. Wrong(), .. Doubtful()];
        if (findings.Count == 0)
            findings.Add(new(Name, FindingState.Ok, "teams-settings", settings.MicrosoftAppType is { Length: > 0 } type ? type : "MultiTenant", settings.MicrosoftAppId!));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    /// <summary>Whether the channel can be served, so that it is worth asking others about it.</summary>
    internal bool IsUsable => !settings.IsOff && !Wrong().Any();

    private IEnumerable<Finding> Wrong()
    {
        if (settings.WithoutAuthentication && !environment.IsDevelopment())
            yield return Failed("key", nameof(TeamsOptions.WithoutAuthentication));
        else if (settings.WrongKey() is { } key)
            yield return Failed("key", key);
        else if (TeamsCloud.WrongKey(section) is { } address)
            yield return Failed("cloud-key", address);
        if (settings.MicrosoftAppId is { Length: > 0 } id && !Guid.TryParse(id, out _))
            yield return Failed("no-guid", nameof(TeamsOptions.MicrosoftAppId));
        // People are compared by the id of their tenant; a name of it would keep everybody out.
        if (settings.MicrosoftAppTenantId is { Length: > 0 } tenant && !Guid.TryParse(tenant, out _) && settings.AllowedTenants.Count == 0)
            yield return Failed("no-guid", nameof(TeamsOptions.MicrosoftAppTenantId));
        if (settings.AllowedTenants.Any(allowed => !Guid.TryParse(allowed, out _)))
            yield return Failed("no-guid", nameof(TeamsOptions.AllowedTenants));
        // The portal shows both, and the id can still be read when the secret cannot.
        if (Guid.TryParse(settings.MicrosoftAppPassword, out _))
            yield return Failed("id-for-secret", nameof(TeamsOptions.MicrosoftAppPassword));
        foreach (var (name, hosts) in new[] { (nameof(TeamsOptions.AllowedHosts), settings.AllowedHosts), (nameof(TeamsOptions.FileHosts), settings.FileHosts) })
        {
            if (hosts.FirstOrDefault(host => host.Contains('/', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(host)) is { } wrong)
                yield return Failed("no-host", name, wrong);
        }
    }

    private IEnumerable<Finding> Doubtful()
    {
        if (settings.WithoutAuthentication)
            yield return new(Name, FindingState.Warning, "without-authentication");
        if (settings is { WithoutAuthentication: false, IsMultiTenant: true })
            yield return new(Name, FindingState.Warning, settings.AllowedTenants.Count == 0 && string.IsNullOrWhiteSpace(settings.MicrosoftAppTenantId) ? "open-to-all" : "multi-tenant");
        if (StandsInTheFile(nameof(TeamsOptions.MicrosoftAppPassword)))
            yield return new(Name, FindingState.Warning, "secret-in-file");
    }

    private bool StandsInTheFile(string key) => (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>()
        .Any(file => file.Source.Path?.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) == true && file.TryGet($"{TeamsOptions.Section}:{key}", out var value) && !string.IsNullOrEmpty(value)) == true;

    private Finding Failed(string reason, string key, string given = "") => new(Name, FindingState.Failed, reason, $"{TeamsOptions.Section}:{key}", given);
}
