using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using PlanBot.Data.Repositories;
using PlanBot.UseCases;
using PlanBot.UseCases.Doctor;

namespace PlanBot.Channels.DingTalk.Doctor;

/// <summary>Whether the keys of DingTalk are complete, DingTalk takes them, the app has each permission that it needs, and the quota will do. Sends nothing to anybody.</summary>
public sealed class DingTalkCheckup(
    IOptions<DingTalkOptions> options, IConfiguration configuration, DingTalkProbe probe, IDatabaseCheckup database, IServiceProvider services) : ICheckup
{
    private readonly DingTalkOptions settings = options.Value;

    public string Name => "dingtalk";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.IsOff)
            return [new(Name, FindingState.Off, "dingtalk-off")];
        if (settings.WrongKey() is { } key)
            return [new(Name, FindingState.Failed, "dingtalk-key", $"{DingTalkOptions.Section}:{key}")];
        List<Finding> findings = [new(Name, FindingState.Ok, "dingtalk-settings", settings.IsStream ? "Stream" : "Http", settings.AppKey!.Trim())];
        foreach (var secret in new[] { nameof(DingTalkOptions.AppSecret), nameof(DingTalkOptions.CardSecret), nameof(DingTalkOptions.AesKey) }.Where(StandsInTheFile))
            findings.Add(new(Name, FindingState.Warning, "dingtalk-secret-in-file", $"{DingTalkOptions.Section}:{secret}", $"Channels__DingTalk__{secret}"));
        var (token, trouble) = await probe.TokenAsync(cancellationToken);
        findings.Add(trouble ?? new("dingtalk-token", FindingState.Ok, "dingtalk-token", settings.ApiUrl));
        if (token is not null)
        {
            if (settings.IsStream)
                findings.Add(await probe.GatewayAsync(cancellationToken));
            findings.AddRange(await probe.PermissionsAsync(token, cancellationToken));
            if (settings.FindByMobile)
                findings.Add(await probe.MobileNumbersAsync(token, await KnownAsync(cancellationToken), cancellationToken));
        }
        if (await database.CanBeReadAsync(cancellationToken) && services.GetService<ForecastQuota>() is { } forecast)
            findings.AddRange((await forecast.RunAsync(cancellationToken)).Select(Quota));
        return findings;
    }

    /// <returns>Staff ids, of people who have written or are on the list; none while the database cannot be read.</returns>
    private async Task<IReadOnlyList<string>> KnownAsync(CancellationToken cancellationToken)
    {
        if (!await database.CanBeReadAsync(cancellationToken) || services.GetService<IPersonRepository>() is not { } people || services.GetService<IContactListRepository>() is not { } list)
            return [];
        var bound = (await people.IdentitiesOnAsync(DingTalkOptions.Channel, cancellationToken)).Select(identity => identity.UserId);
        return [.. bound.Concat((await list.AccountsAsync(cancellationToken)).Where(account => account.Channel == DingTalkOptions.Channel).Select(account => account.Account)).Distinct()];
    }

    private static Finding Quota(QuotaForecast found) => new(
        "dingtalk-quota", found.IsNearlyUsedUp || !found.IsEnough ? FindingState.Warning : FindingState.Ok,
        found.IsNearlyUsedUp ? "dingtalk-quota-used" : found.IsEnough ? "dingtalk-quota" : "dingtalk-quota-short",
        [.. new[] { found.People, found.Calls, found.Messages, found.Usage.CallsPerMonth, found.Usage.MessagesPerMonth, found.Usage.Calls, found.Usage.Messages }.Select(figure => figure.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    private bool StandsInTheFile(string key) => (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>()
        .Any(file => file.Source.Path?.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) == true && file.TryGet($"{DingTalkOptions.Section}:{key}", out var value) && !string.IsNullOrEmpty(value)) == true;
}
