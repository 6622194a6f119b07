using PlanBot.Data.Model;
using PlanBot.Data.Repositories;

namespace PlanBot.UseCases;

/// <summary>What a channel with a monthly quota has used of it, and what one message costs.</summary>
/// <param name="Channel">The channelId.</param>
/// <param name="CallsPerSend">Calls that one reminder takes.</param>
public sealed record ChannelUsage(string Channel, long Calls, long CallsPerMonth, long Messages, long MessagesPerMonth, int CallsPerSend)
{
    /// <summary>Calls for a contact beside the reminders, once in a plan's period.</summary>
    public int CallsPerCollection { get; init; }

    /// <summary>Key of the step that costs a call more for each contact; null for none.</summary>
    public string? CostlyStep { get; init; }
}

/// <summary>A channel that counts by the month.</summary>
public interface IChannelQuota
{
    Task<ChannelUsage> NowAsync(CancellationToken cancellationToken);
}

/// <param name="People">Who report and are written to on the channel.</param>
/// <param name="Calls">What one period's reminders take at most, if nobody reports before they are over.</param>
/// <param name="Messages">What people write and are answered about in one period.</param>
public sealed record QuotaForecast(ChannelUsage Usage, int People, long Calls, long Messages)
{
    /// <summary>The rest of this month would do for a whole period.</summary>
    public bool IsEnough => Usage.Calls + Calls <= Usage.CallsPerMonth && Usage.Messages + Messages <= Usage.MessagesPerMonth;

    /// <summary>So much of one of the two is used that it is time to say so.</summary>
    public bool IsNearlyUsedUp => Usage.Calls >= Usage.CallsPerMonth * NearlyAll || Usage.Messages >= Usage.MessagesPerMonth * NearlyAll;

    private const double NearlyAll = 0.8;
}

/// <summary>Whether a channel's quota will do for the next collection: people, times the steps of the ladder, times what a message costs; and the talk that a report takes.</summary>
public sealed class ForecastQuota(IEnumerable<IChannelQuota> channels, IPlanRepository plans, IPersonRepository people, PlanLadders ladders)
{
    /// <summary>Messages of one contact in a period, there and back: most report in three to six.</summary>
    internal const int TalkOfContact = 12;

    /// <summary>Of a coordinator, who asks every day.</summary>
    internal const int TalkOfCoordinator = 60;

    /// <returns>Empty where no channel has a quota.</returns>
    public async Task<IReadOnlyList<QuotaForecast>> RunAsync(CancellationToken cancellationToken)
    {
        var forecasts = new List<QuotaForecast>();
        foreach (var channel in channels)
            forecasts.Add(await OfAsync(await channel.NowAsync(cancellationToken), cancellationToken));
        return forecasts;
    }

    private async Task<QuotaForecast> OfAsync(ChannelUsage usage, CancellationToken cancellationToken)
    {
        var known = (await people.IdentitiesOnAsync(usage.Channel, cancellationToken)).Select(identity => identity.PersonId).Distinct().ToList();
        var persons = await people.FindAsync(known, cancellationToken);
        var contacts = persons.Count(person => person.Contacts.Count > 0);
        var coordinators = persons.Count(person => person.IsCoordinator);
        var set = await ladders.ReadAsync(cancellationToken);
        var (sends, beside) = (0L, 0L);
        foreach (var plan in await plans.AllAsync(cancellationToken))
        {
            var steps = set.Of(plan.Id).Steps;
            sends += (contacts * StepsOf(steps, ReminderKind.Step, ReminderKind.Escalation)) + (coordinators * StepsOf(steps, ReminderKind.CoordinatorDigest, ReminderKind.Escalation));
            beside += contacts * (usage.CallsPerCollection + steps.Where(step => step.Key == usage.CostlyStep).Sum(Times));
        }
        return new(usage, contacts + coordinators, (sends * usage.CallsPerSend) + beside, (contacts * TalkOfContact) + (coordinators * TalkOfCoordinator));
    }

    /// <summary>Of the two ways in which a collection begins one is used, so the steps of a condition count once.</summary>
    private static long StepsOf(IReadOnlyList<Domain.ReminderStepOptions> steps, params ReminderKind[] kinds)
    {
        var wanted = steps.Where(step => kinds.Contains(step.Kind)).ToList();
        return wanted.GroupBy(step => step.When).Select(group => (group.Key, Times: group.Sum(Times)))
            .GroupBy(group => group.Key == Domain.StepCondition.Always).Sum(group => group.Key ? group.Sum(one => one.Times) : group.Max(one => one.Times));
    }

    private static long Times(Domain.ReminderStepOptions step) => step.Until is { } until ? 1 + ((until - step.WorkingDays) / Math.Max(1, step.Every)) : 1;
}
