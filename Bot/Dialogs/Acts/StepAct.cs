using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>压住下一次提醒, 放行, 撤回还没发出的提醒, 现在就发, 确认升级: what a coordinator orders for one step.</summary>
public sealed class StepAct(OrderStep order, UpcomingReminders upcoming, PlanHours hours, TimeProvider clock) : IAct
{
    private const string StepPart = "number";

    /// <summary>Steps that are offered to choose from.</summary>
    private const int MostOffered = 8;

    public string Name => "order-step";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.OrderStep && asker.Sees(Ability.RunPlan);

    public Wish Read(Turn turn, Wish wish)
    {
        wish = PlanQuestion.Read(turn, wish);
        if (LadderWords.CommandIn(turn.Said.Plain) is { } command)
            wish = wish with { Name = command.ToString() };
        return Named(turn) is { NamesStep: true } named && turn.Said.Intent is not (Intent.Confirm or Intent.Cancel or Intent.No) ? wish with { Text = System.Text.Json.JsonSerializer.Serialize(named), Number = null } : wish;
    }

    /// <summary>明天的提醒, tomorrow's reminder: the day, where the words name it by no date.</summary>
    private static StepMention Named(Turn turn) => StepWords.Find(turn.Said.Plain) is var named && named is { Day: null, Anchor: null, Number: null, IsNext: false } && turn.NamedDay is { } day && DayWords.IsMatch(turn.Said.Plain) ? named with { Month = day.Month, Day = day.Day } : named;

    /// <summary>A day, and not only a part of one: the afternoon one is the next that comes.</summary>
    private static Regex DayWords => field ??= new("今|明|后天|周|星期|礼拜|[0-9一二三四五六七八九十][日号]|(?<![a-z])(?:today|tomorrow|this (?:morning|afternoon)|tonight|(?:mon|tues|wednes|thurs|fri)day|[0-9]+(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-9])");

    public Wish? Answer(Turn turn, Wish wish, string part, string said) => part switch
    {
        PlanQuestion.Part => PlanQuestion.Answer(turn, wish, said),
        StepPart when (StepWords.Find(Spelling.Plain(said)).Number ?? Numbers.Parse(Spelling.Plain(said).TrimEnd('个'))) is { } number => wish with { Number = number },
        StepPart when StepWords.Find(Spelling.Plain(said)) is { NamesStep: true } named => wish with { Text = System.Text.Json.JsonSerializer.Serialize(named) },
        _ => null,
    };

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var (language, command) = (turn.Language, CommandOf(wish));
        if (turn.Plans.Count == 0)
            return new ActStep.Refused(CommonTexts.NoPlanYet(language));
        if (PlanQuestion.Left(turn, wish) is not [var view])
            return PlanQuestion.Ask(turn.Plans, language);
        var meant = await MeantAsync(view, wish, cancellationToken);
        if (meant.Count == 0)
            return new ActStep.Refused(StepTexts.None(command, language));
        if (meant.Count > 1)
            return new ActStep.Ask(StepPart, StepTexts.Which([.. meant.Take(MostOffered).Select(step => Worded(step, view, language))], language));
        var step = meant[0];
        var ofHours = await hours.OfAsync(view.Plan, cancellationToken);
        DateTimeOffset? next = ofHours.Hours.Contains(view.Now) ? null : ofHours.Hours.NextStartAfter(view.Now);
        var people = command is StepCommand.Hold or StepCommand.SendNow && !step.HasCome && step.State == StepState.Planned ? await PeopleAsync(step, cancellationToken) : null;
        return new ActStep.Ready(StepTexts.Preview(command, Worded(step, view, language), people, command == StepCommand.SendNow ? next : null, view.Zone, language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var command = CommandOf(wish);
        if (PlanQuestion.Left(turn, wish) is not [var view] || await MeantAsync(view, wish, cancellationToken) is not [var step]
            || await order.RunAsync(view.Plan.Id, step.Period.Period, step.Key, command, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is not { } done)
            return new(ActTexts.Overtaken(turn.Language));
        var undo = command is StepCommand.SendNow or StepCommand.Escalate ? null : $"{view.Plan.Id}|{step.Period.Period}|{step.Key}|{command}";
        return new(StepTexts.Done(command, Worded(step, view, turn.Language), done.Recalled, done.Gone, step.IsOver, turn.Language), undo);
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var parts = undo.Split('|');
        return ReportingPeriod.TryParse(parts[1], out var period) && Enum.TryParse<StepCommand>(parts[3], out var command)
            && await order.UndoAsync(Guid.Parse(parts[0]), period, parts[2], command, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken)
                ? ActTexts.Undone(StepTexts.Name(command, turn.Language), turn.Language) : ActTexts.CannotUndo(turn.Language);
    }

    private static StepCommand CommandOf(Wish wish) => Enum.TryParse<StepCommand>(wish.Name, out var command) ? command : StepCommand.Hold;

    /// <summary>The steps for which this can be ordered and which the words mean; where they name none, that which suggests itself.</summary>
    private async Task<IReadOnlyList<PeriodStep>> MeantAsync(PlanView view, Wish wish, CancellationToken cancellationToken)
    {
        var command = CommandOf(wish);
        var fitting = (await order.StepsAsync(view.Plan, cancellationToken)).Where(step => OrderStep.CanBe(command, step)).ToList();
        if (wish.Text is { } kept && System.Text.Json.JsonSerializer.Deserialize<StepMention>(kept) is { } named && command is not (StepCommand.Escalate or StepCommand.DoNotEscalate))
            fitting = Named(fitting, named, view);
        else if (command is StepCommand.Recall or StepCommand.Escalate or StepCommand.DoNotEscalate)
            fitting = fitting.FindAll(step => step.HasCome);
        if (wish.Number is { } number)
            return number >= 1 && number <= fitting.Count ? [fitting[number - 1]] : fitting;
        return fitting;
    }

    private List<PeriodStep> Named(List<PeriodStep> steps, StepMention named, PlanView view)
    {
        var coming = steps.FindAll(step => step.Step.At > clock.GetUtcNow());
        if (named.IsNext)
            return [.. coming.Take(1)];
        var found = steps.FindAll(step =>
        {
            var at = TimeZoneInfo.ConvertTime(step.Step.At, view.Zone);
            var own = StepDay(step, view);
            return (named.Day is null || (at.Day == named.Day && at.Month == named.Month)) && (named.Time is not { } time || TimeOnly.FromDateTime(at.DateTime) == time)
                && (named.IsMorning is not { } morning || at.Hour < 12 == morning) && (!named.IsEscalation || step.Step.Kind == ReminderKind.Escalation)
                && (named.Anchor != StepAnchor.Due || named.WorkingDays is not 0 || own == step.Period.DueOn)
                && (named.Anchor != StepAnchor.Due || named.WorkingDays is not < 0 || own < step.Period.DueOn) && (named.Anchor != StepAnchor.Due || named.WorkingDays is not > 0 || own > step.Period.DueOn);
        });
        // 下午那条, skip the afternoon one: the next of that kind.
        return named is { Day: null, Anchor: null, Time: null, Number: null, IsMorning: not null } && found.FindAll(coming.Contains) is [var next, ..] ? [next] : found;
    }

    private static DateOnly StepDay(PeriodStep step, PlanView view) => Days.DayOf(step.Step.At, view.Zone);

    private async Task<int?> PeopleAsync(PeriodStep step, CancellationToken cancellationToken) =>
        (await upcoming.RunAsync(step.Step.At.AddTicks(-1), step.Step.At, 1, cancellationToken)) is [var only] ? only.Audiences.Where(audience => audience.Kind == step.Step.Kind).Sum(audience => audience.People) : null;

    private static string Worded(PeriodStep step, PlanView view, Language language) => StepTexts.Step(step.Period.Period, step.Step.Kind, step.Step.At, view.Zone, language);
}
