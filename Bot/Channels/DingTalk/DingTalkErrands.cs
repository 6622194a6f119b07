using Microsoft.Extensions.Options;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Channels.DingTalk;

/// <summary>Decides what comes beside a reminder that was delivered: a to-do (待办) in the person's list, and at one step a DING. Both are off unless the settings say otherwise.</summary>
/// <remarks>They are written down before the reminder is recorded as sent, so that a node that dies forgets none; a reminder that is sent again wants the same ones.</remarks>
public sealed class DingTalkErrands(
    IErrandRepository errands, IPeriodRepository periods, IOptions<DingTalkOptions> options, IOptions<ReminderOptions> ladder, [FromKeyedServices("wall")] TimeProvider wall)
{
    private readonly DingTalkOptions settings = options.Value;

    internal async Task WantAsync(ChannelIdentity to, ReminderContent content, CancellationToken cancellationToken)
    {
        var isCall = settings.HasDing && content.Kind is ReminderKind.Step or ReminderKind.Escalation && StepOf(content.StepKey) == settings.DingStep!.Trim();
        if ((!settings.Todo && !isCall) || content.Kind is not (ReminderKind.Step or ReminderKind.Escalation or ReminderKind.Urging))
            return;
        foreach (var part in content.Plans)
        {
            var units = OwnUnits(content.To, part);
            if (units.Count == 0 || await periods.FindAsync(part.Plan.Id, part.Period, cancellationToken) is not { } period)
                continue;
            var language = Languages.Parse(content.Language);
            if (settings.Todo)
                await errands.WantAsync(Errand(ErrandKind.Todo, "", ErrandTexts.Todo(part, language)), units, cancellationToken);
            if (isCall)
                await errands.WantAsync(Errand(ErrandKind.Call, content.StepKey, ErrandTexts.Call(part, language)), units, cancellationToken);

            ChannelErrand Errand(ErrandKind kind, string step, string words) => new(
                Guid.CreateVersion7(), DingTalkOptions.Channel, kind, content.To.Id, period.Id, step, to.UserId, words, part.DueAt, ErrandState.Wanted, TaskId: null, wall.GetUtcNow(), Tries: 0);
        }
    }

    /// <summary>A coordinator's or leader's copy tells of others' reports: nothing of it is theirs to do.</summary>
    private static List<Guid> OwnUnits(Person person, PlanReminder part) =>
        [.. part.Items.Select(item => item.UnitId).Distinct().Where(unit => !(person.IsCoordinator || person.IsLeader) || person.Contacts.Any(contact => contact.UnitId == unit))];

    /// <summary>Repetitions of a step carry its key and the day.</summary>
    private string StepOf(string key) => ladder.Value.StepOf(key)?.Key ?? key;
}
