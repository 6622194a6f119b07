using System.Text.Json;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Answers;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Acts;

/// <summary>催办: shows who would be written to, and writes only when that is confirmed.</summary>
public sealed class UrgeAct(UrgeUnits urge, ComposeReminder compose) : IAct
{
    public string Name => "urge";

    public bool IsMeant(Intent intent, Asker asker) => intent == Intent.Urge && asker.Sees(Ability.Urge);

    public bool IsForOneUnit => true;

    public Wish Read(Turn turn, Wish wish)
    {
        wish = wish with { Text = turn.Said is { Intent: Intent.Urge, Text: { } note } ? note : wish.Text };
        if (turn.Plans.Count == 0 || wish.PlanId is not null && turn.Said.Unit is null && turn.Said.Period is null)
            return wish;
        // 教委的材料还堵在路上, at the preview of all: told of one, and no wish for that one alone.
        if (wish is { PlanId: not null, Asking: null, UnitId: null } && turn.Said.Period is null && !MeansOnlyThem(turn.Said))
            return wish;
        var named = turn.Said.Units.Select(unit => unit.One).OfType<Unit>().ToList();
        var isExcepted = named.Count > 0 && UnitsMeant.LeavesOut(turn.Said.Plain);
        var unit = isExcepted ? null : turn.Said.Unit?.One;
        var view = turn.Plans.FirstOrDefault(plan => unit is null ? plan.Plan.Id == wish.PlanId : plan.Units.Any(its => its.Id == unit.Id)) ?? turn.Plans[0];
        return wish with
        {
            PlanId = view.Plan.Id, Period = turn.Said.Period is null && wish.Period is not null ? wish.Period : view.KeyOf(turn.Said.Period).ToString(),
            UnitId = isExcepted ? null : unit?.Id ?? wish.UnitId, MoreUnits = isExcepted ? [] : unit is null ? wish.MoreUnits : More(turn.Said, unit, view),
            Except = isExcepted ? [.. wish.Except.Concat(named.Select(one => one.Id)).Distinct()] : unit is null ? wish.Except : [],
            UnclearUnit = unit is null && wish.PlanId is null && Unclear(turn) is ActStep.Ask ? "" : null,
            AllTasks = wish.AllTasks || MeansAllOpen(turn.Said.Plain) || turn.Said.ListOf is Intent.WhoMissing or Intent.AllIn,
        };
    }

    /// <summary>只催教委, 教委就行, only education, or a name and nothing else.</summary>
    private static bool MeansOnlyThem(Understood said) => said.Intent is Intent.Urge or Intent.Fragment || said.Leftover.Length <= LongestRest || UnitsMeant.LeavesOut(said.Plain) || Only.IsMatch(said.Plain);

    private static Regex Only => field ??= new("只|光|仅|单独|^(?:那|嗯|好|,)*就|(?<![a-z])(?:only|just|instead|rather|make it)(?![a-z])");

    /// <summary>催一下教委和科技局 names two; all of one plan.</summary>
    private static List<Guid> More(Understood said, Unit first, PlanView view) =>
        [.. said.Units.Select(unit => unit.One).OfType<Unit>().Where(unit => unit.Id != first.Id && view.Units.Any(its => its.Id == unit.Id)).Select(unit => unit.Id).Distinct()];

    /// <summary>就说：… and 加一句：… give it words, 改成明天中午前 changes them; the units as everywhere.</summary>
    public Wish? Corrected(Turn turn, Wish wish) => UrgeNote.In(turn.Said.Raw) is var (head, note) && turn.Said.Raw[..head].Trim().Length <= LongestRest ? wish with { Text = note }
        : UrgeNote.AtPreview(turn.Said.Raw) is { } told && turn.Said.Units.Count == 0 ? wish with { Text = wish.Text is null ? told : $"{wish.Text}\n{told}" }
        : wish.Text is { } text && NoticeChange.Of(text, turn.Said.Raw) is { Length: > 0 and <= UrgeNote.Longest } changed ? wish with { Text = changed } : UnitsMeant.Changed(turn.Said, wish);

    public Wish? Answer(Turn turn, Wish wish, string part, string said) =>
        turn.Said.Unit?.One is not null ? Read(turn, wish) : UnitsMeant.MeansEverybody(turn.Said.Plain) ? wish with { AllTasks = true, UnclearUnit = null } : null;

    public async Task<ActStep> NextAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.PlanId is null)
            return new ActStep.Refused(CommonTexts.NoPlanYet(turn.Language));
        // Asked whom once, words that are not understood never come to mean all.
        if (wish.UnitId is null && (Unclear(turn) ?? (wish.UnclearUnit is null ? null : new ActStep.Ask("unit", UrgeTexts.Whom(turn.Language)))) is { } unclear)
            return unclear;
        var request = RequestOf(wish);
        var zone = turn.Plans.First(plan => plan.Plan.Id == wish.PlanId).Zone;
        var preview = await urge.PreviewAsync(request, cancellationToken);
        return preview is { WillBeWritten.Count: > 0 }
            ? new ActStep.Ready(UrgeTexts.WithNote(UrgeTexts.LeavingOut(UrgeTexts.Preview(Lines(preview), request.Period, zone, turn.Language), [.. turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => wish.UnitId is null && wish.Except.Contains(unit.Id)).Select(unit => unit.Name)], turn.Language), wish.Text, turn.Language))
            : new ActStep.Refused(UrgeTexts.Nobody(Lines(preview), request.Period, NameOf(turn, wish), zone, turn.Language));
    }

    public async Task<ActDone> RunAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var done = await urge.RunAsync(RequestOf(wish), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        // What has left at once cannot come back; what waits for the morning can.
        var undo = done is { Step: { } step, WaitsUntil: not null } ? JsonSerializer.Serialize(new Waiting(wish.PlanId!.Value, done.Period.Period.ToString(), step)) : null;
        return new(UrgeTexts.Done(Lines(done), turn.Plans.First(plan => plan.Plan.Id == wish.PlanId).Zone, turn.Language), undo);
    }

    /// <summary>The message to the first of those who would be written to.</summary>
    public async Task<string?> WordsAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.PlanId is null || await urge.PreviewAsync(RequestOf(wish), cancellationToken) is not { WillBeWritten: [var first, ..] } preview)
            return null;
        var now = turn.Plans.First(plan => plan.Plan.Id == wish.PlanId).Now;
        return (await compose.RunAsync([UrgeUnits.Message(preview.Period, first, now)], now, cancellationToken)).Content is { } content ? UrgeTexts.Sample(first.Name, ReminderTexts.Write(content with { Note = wish.Text }).Text, turn.Language) : null;
    }

    public async Task<Reply> UndoAsync(Turn turn, string undo, CancellationToken cancellationToken)
    {
        var waiting = JsonSerializer.Deserialize<Waiting>(undo)!;
        return ReportingPeriod.TryParse(waiting.Period, out var period) && await urge.RecallAsync(waiting.PlanId, period, waiting.Step, turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken) is var (recalled, gone)
            ? UrgeTexts.Recalled(recalled, gone, turn.Language)
            : ActTexts.CannotUndo(turn.Language);
    }

    /// <summary>An urging that has not left yet.</summary>
    private sealed record Waiting(Guid PlanId, string Period, string Step);

    /// <summary>Letters that may be left unexplained where nobody in particular is named.</summary>
    private const int LongestRest = 2;
    private const int LongestEnglishRest = 5;

    private static ActStep? Unclear(Turn turn) => turn.Said.Unit switch
    {
        { IsAmbiguous: true } several => new ActStep.Ask("unit", UnitTexts.WhichOne(several.Words, several.Candidates, turn.Language, UrgeTexts.Words)),
        // 那两家, and which they are cannot be told.
        { IsUnknown: true, Words: "" } => new ActStep.Ask("unit", UrgeTexts.Whom(turn.Language)),
        { IsUnknown: true } unknown => new ActStep.Refused(UnitTexts.Unknown(unknown.Words, turn.Language)),
        null when turn.Said is { Intent: Intent.Urge, UnknownName: { } words } => new ActStep.Refused(UnitTexts.Unknown(words, turn.Language)),
        // 催一下那个委: one, and which it is cannot be told.
        null when turn.Said is { Intent: Intent.Urge } && SomeOne.IsMatch(turn.Said.Plain) => new ActStep.Ask("unit", UrgeTexts.Whom(turn.Language)),
        // 催催那帮人: whom, nobody can tell; all are meant only where that is said.
        null when turn.Said is { Intent: Intent.Urge, ListOf: Intent.None } && turn.Said.Leftover.Length >= (turn.Language == Language.English ? LongestEnglishRest : LongestRest) && !UnitsMeant.MeansEverybody(turn.Said.Plain) =>
            new ActStep.Ask("unit", UrgeTexts.Whom(turn.Language)),
        _ => null,
    };

    private static Regex SomeOne => field ??= new("(?:那|这|某)(?:一)?个(?:委|局|办|厅|院|行|单位|部门)(?!们)|(?<![a-z])(?:that|the) (?:commission|bureau|office|unit|department)(?![a-z])");

    /// <summary>催一下没报的 means all that is open; 催办 alone means what is overdue.</summary>
    private static bool MeansAllOpen(string plain) =>
        plain.Contains('没') || plain.Contains('未') || plain.Contains("missing", StringComparison.Ordinal) || plain.Contains("not report", StringComparison.Ordinal)
        || plain.Contains("n't report", StringComparison.Ordinal);

    /// <returns>Null when no unit was named.</returns>
    private static string? NameOf(Turn turn, Wish wish) => wish.UnitId is not { } first
        ? null
        : string.Join(turn.Language.In("、", ", "), turn.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).Where(unit => unit.Id == first || wish.MoreUnits.Contains(unit.Id)).Select(unit => unit.Name));

    private static UrgeRequest RequestOf(Wish wish) => new(wish.PlanId!.Value, wish.PeriodKey ?? default, wish.UnitId is { } unit ? [unit, .. wish.MoreUnits] : null, wish.AllTasks, wish.Except, wish.AtThisHour, wish.Text);

    private static UrgeLines Lines(UrgePreview? preview) => preview is null
        ? new([], [], [])
        : new(
            [.. preview.WillBeWritten.Select(person => new UrgeLine(person.Name, Units(person.Units), null))],
            [.. preview.CoolingDown.Select(person => new UrgeLine(person.Name, Units(person.Units), person.Until))],
            [.. preview.WithoutContact.Select(unit => unit.UnitName)]) { WaitsUntil = preview.WaitsUntil, JustReminded = [.. preview.WillBeWritten.Where(person => person.RemindedAt is not null).Select(person => (person.Name, person.RemindedAt!.Value))] };

    private static List<UnitCount> Units(IReadOnlyList<OpenUnit> units) => [.. units.Select(unit => new UnitCount(unit.UnitName, unit.Open, unit.Open))];
}
