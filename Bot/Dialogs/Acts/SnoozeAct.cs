using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>下午四点再叫我一声: nothing is changed for the unit, so that a clear time is enough and no confirmation is asked for.</summary>
public sealed class SnoozeAct(SnoozeReminders snooze, ILedgerQuery ledger) : IAct
{
    private const string TimePart = "time";

    public string Name => "snooze";

    public bool IsDoneAtOnce => true;

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Snooze && Permissions.ReportsFor(asker.Person).Any();

    public Wish Read(Turn turn, Wish wish) => turn.NamedMoment is not { } at ? WithHour(turn, wish)
        // make that 10am: another hour of the day that is shown.
        : wish.At is { } shown && turn.Said.When is { Reference: DateReference.Time, Time: { } time } && turn.Plans.Count > 0 && TimeZoneInfo.ConvertTime(shown, turn.Plans[0].Zone) is var then
            ? wish with { At = then - then.TimeOfDay + time.ToTimeSpan() }
            : wish with { At = at };

    /// <summary>make it 4, said of 14:00, is 16:00: another hour of the same day, in working hours where it can be.</summary>
    private static Wish WithHour(Turn turn, Wish wish)
    {
        if (wish.At is not { } shown || turn.Plans.Count == 0 || JustAnHour.Match(turn.Said.Plain) is not { Success: true } said || Numbers.Parse(said.Groups["hour"].Value) is not (> 0 and < 24 and var hour))
            return wish;
        var then = TimeZoneInfo.ConvertTime(shown, turn.Plans[0].Zone);
        return wish with { At = then - then.TimeOfDay + TimeSpan.FromHours(hour < EarliestHour ? hour + 12 : hour) };
    }

    private const int EarliestHour = 8;

    private static Regex JustAnHour => field ??= new("^(?:(?:actually|sorry|no|wait|oh|还是|不对|那)[,. ]*)*(?:make (?:it|that)|let's say|改(?:成|到|为)?|换(?:成|到)?) ?(?:at )?(?<hour>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})点?(?:吧|then|please|instead)?[.! ]*$");

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => turn.NamedMoment is { } at ? wish with { At = at } : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, cancellationToken) is not { } open)
            return new ActStep.Refused(SnoozeTexts.NothingOpen(turn.Language));
        var latest = await snooze.LatestAsync(open.View.Plan, open.DueOn, open.DueAt, cancellationToken);
        if (wish.At is not { } at)
            return new ActStep.Ask(TimePart, SnoozeTexts.AskWhen(turn.Language));
        if (at <= open.View.Now)
            return new ActStep.Ask(TimePart, SnoozeTexts.Passed(at, open.View.Zone, turn.Language));
        return at > latest
            ? new ActStep.Ask(TimePart, SnoozeTexts.TooLate(latest, open.View.Now < open.DueAt, open.View.Zone, turn.Language))
            : new ActStep.Ready(SnoozeTexts.Done(at, open.View.Zone, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, cancellationToken) is not { } open || wish.At is not { } at)
            return new(SnoozeTexts.NothingOpen(turn.Language));
        if (wish.Replaces is { } earlier)
            await snooze.TakeBackAsync(earlier, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        await snooze.RunAsync(wish.Id, open.Periods, at, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        return new(SnoozeTexts.Done(at, open.View.Zone, turn.Language), wish.Id.ToString());
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken) =>
        await snooze.TakeBackAsync(Guid.Parse(undo), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) ? ActTexts.Undone(SnoozeTexts.What(turn.Language), turn.Language) : ActTexts.CannotUndo(turn.Language);

    /// <summary>What is due first among all that the person still owes; null when nothing is open.</summary>
    private async Task<(PlanView View, IReadOnlyList<PlanPeriod> Periods, DateOnly DueOn, DateTimeOffset DueAt)?> OpenAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = new List<(PlanView View, PlanPeriod Period, LedgerRow Row)>();
        foreach (var view in turn.AllPlans.Where(view => view.InQuestion is not null))
        {
            foreach (var unit in Permissions.ReportsFor(turn.Asker.Person).Distinct())
                open.AddRange((await ledger.OfPeriodAsync(view.InQuestion!.Id, unit, cancellationToken)).Where(row => row.IsOpen).Select(row => (view, view.InQuestion!, row)));
        }
        return open.Count == 0 ? null : open.MinBy(one => one.Row.DueAt) is var first
            ? (first.View, [.. open.OrderBy(one => one.Row.DueAt).Select(one => one.Period).DistinctBy(period => period.Id)], first.Row.DueOn, first.Row.DueAt) : null;
    }
}
