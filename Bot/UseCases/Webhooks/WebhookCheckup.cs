using System.Globalization;
using PlanBot.Data.Repositories;
using PlanBot.UseCases.Doctor;

namespace PlanBot.UseCases.Webhooks;

/// <summary>Whether the other systems take what they are told.</summary>
public sealed class WebhookCheckup(IDatabaseCheckup database, WebhookRepository webhooks) : ICheckup
{
    public string Name => "webhooks";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!await database.CanBeReadAsync(cancellationToken) || await webhooks.AllAsync(cancellationToken) is not { Count: > 0 } all)
            return [new(Name, FindingState.Off, "no-webhooks")];
        var failing = (await webhooks.StandingAsync(cancellationToken)).Where(one => one.GivenUp > 0 || (one.Waiting > 0 && one.Trouble is not null)).ToDictionary(one => one.WebhookId);
        var findings = all.Where(webhook => failing.ContainsKey(webhook.Id)).Select(webhook => (webhook, standing: failing[webhook.Id]))
            .Select(pair => new Finding(Name, FindingState.Warning, "webhook-failing", pair.webhook.Url, Figure(pair.standing.Waiting), Figure(pair.standing.GivenUp), pair.standing.Trouble ?? "—")).ToList();
        return findings.Count > 0 ? findings : [new(Name, FindingState.Ok, "webhooks", Figure(all.Count))];
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
