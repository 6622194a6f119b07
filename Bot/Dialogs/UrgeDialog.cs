using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using PlanBot.Data.Model;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs;

/// <summary>催办: shows who would be written to, and writes only when that is confirmed.</summary>
public sealed class UrgeDialog : ComponentDialog
{
    private const string Remembered = "urge";
    private readonly UrgeUnits urge;
    private readonly Memory memory;

    public UrgeDialog(UrgeUnits urge, Memory memory)
        : base(nameof(UrgeDialog))
    {
        (this.urge, this.memory) = (urge, memory);
        AddDialog(new WaterfallDialog("urging", [PreviewAsync, RunAsync]));
        AddDialog(new WordsPrompt("words", PreviewTextAsync));
    }

    /// <summary>Kept in words the store knows; the period as its key.</summary>
    private sealed record Wish(Guid PlanId, string Period, Guid? UnitId, bool IncludeNotYetDue);

    /// <summary>Finds out whom the words mean; the dialog is to be begun when somebody would be written to.</summary>
    public async Task<bool> PrepareAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(context);
        if (RefusalOf(turn) is { } refusal)
        {
            await Turn.SendAsync(context, refusal, cancellationToken);
            return false;
        }
        var unit = turn.Said.Unit?.One;
        var view = turn.Plans.FirstOrDefault(plan => unit is null || plan.Units.Contains(unit)) ?? turn.Plans[0];
        var wish = new Wish(view.Plan.Id, view.KeyOf(turn.Said.Period).ToString(), unit?.Id, MeansAllOpen(turn.Said.Plain) || turn.Said.ListOf is Intent.WhoMissing or Intent.AllIn);
        var preview = await urge.PreviewAsync(RequestOf(wish), cancellationToken);
        if (preview is null || preview.WillBeWritten.Count == 0)
        {
            await Turn.SendAsync(context, UrgeTexts.Nobody(Lines(preview), view.KeyOf(turn.Said.Period), unit?.Name, view.Zone, turn.Language), cancellationToken);
            return false;
        }
        await memory.KeepAsync(context, Remembered, wish, cancellationToken);
        return true;
    }

    private static Task<DialogTurnResult> PreviewAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.PromptAsync("words", new PromptOptions(), cancellationToken);

    private async Task<DialogTurnResult> RunAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(step.Context);
        if (await memory.ReadAsync<Wish>(step.Context, Remembered, cancellationToken) is not { } wish)
            return await step.EndDialogAsync(null, cancellationToken);
        if (turn.Said.Intent is Intent.Cancel or Intent.No or Intent.KeepDraft && turn.Said.IsSure(0.7))
            await Turn.SendAsync(step.Context, UrgeTexts.Cancelled(turn.Language), cancellationToken);
        else if (turn.Said.Intent is Intent.Confirm or Intent.Urge && turn.Said.Unit is null && turn.Said.IsSure(0.7))
            await Turn.SendAsync(step.Context, await UrgeAsync(turn, wish, cancellationToken), cancellationToken);
        else
        {
            await Turn.SendAsync(step.Context, ReportTexts.NotAnAnswer(turn.Language), cancellationToken);
            return await step.ReplaceDialogAsync("urging", null, cancellationToken);
        }
        await memory.ForgetAsync(step.Context, Remembered, cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<Reply> UrgeAsync(Turn turn, Wish wish, CancellationToken cancellationToken)
    {
        var done = await urge.RunAsync(RequestOf(wish), turn.Asker.Person.Id, turn.Asker.Channel, cancellationToken);
        var zone = turn.Plans.First(plan => plan.Plan.Id == wish.PlanId).Zone;
        return UrgeTexts.Done(Lines(done), zone, turn.Language);
    }

    private async Task<Reply?> PreviewTextAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await memory.ReadAsync<Wish>(context, Remembered, cancellationToken) is not { } wish)
            return null;
        var turn = Turn.Of(context);
        var preview = await urge.PreviewAsync(RequestOf(wish), cancellationToken);
        var request = RequestOf(wish);
        return UrgeTexts.Preview(Lines(preview), request.Period, turn.Plans.First(plan => plan.Plan.Id == wish.PlanId).Zone, turn.Language);
    }

    private static Reply? RefusalOf(Turn turn)
    {
        if (turn.Plans.Count == 0)
            return CommonTexts.NoPlanYet(turn.Language);
        return turn.Said.Unit switch
        {
            { IsAmbiguous: true } several => UnitTexts.WhichOne(several.Words, several.Candidates, turn.Language, UrgeTexts.Words),
            { IsUnknown: true } unknown => UnitTexts.Unknown(unknown.Words, turn.Language),
            null when turn.Said.Leftover.Length > 1 => UnitTexts.Unknown(turn.Said.Leftover, turn.Language),
            _ => null,
        };
    }

    /// <summary>催一下没报的 means all that is open; 催办 alone means what is overdue.</summary>
    private static bool MeansAllOpen(string plain) =>
        plain.Contains('没') || plain.Contains('未') || plain.Contains("missing", StringComparison.Ordinal) || plain.Contains("not report", StringComparison.Ordinal)
        || plain.Contains("n't report", StringComparison.Ordinal);

    private static UrgeRequest RequestOf(Wish wish) =>
        new(wish.PlanId, ReportingPeriod.TryParse(wish.Period, out var period) ? period : default, wish.UnitId, wish.IncludeNotYetDue);

    private static UrgeLines Lines(UrgePreview? preview) => preview is null
        ? new([], [], [])
        : new(
            [.. preview.WillBeWritten.Select(person => new UrgeLine(person.Name, Units(person.Units), null))],
            [.. preview.CoolingDown.Select(person => new UrgeLine(person.Name, Units(person.Units), person.Until))],
            [.. preview.WithoutContact.Select(unit => unit.UnitName)]);

    private static List<UnitCount> Units(IReadOnlyList<Data.Queries.OpenUnit> units) => [.. units.Select(unit => new UnitCount(unit.UnitName, unit.Open, unit.Open))];
}
