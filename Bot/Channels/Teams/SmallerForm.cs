using Microsoft.Bot.Schema;
using PlanBot.Dialogs;
using PlanBot.Texts;

namespace PlanBot.Channels.Teams;

/// <summary>The same in fewer bytes, for what Teams answers with 413: a card becomes its text, a text its halves, and a form says how to do without it.</summary>
internal sealed class SmallerForm(Activity said, Activity heard)
{
    /// <summary>Characters. Whoever finds less too big would find everything too big.</summary>
    private const int Shortest = 1000;

    // As it was before it was given its form.
    private readonly string text = said.Text ?? "";
    private readonly IList<CardAction> buttons = said.SuggestedActions?.Actions ?? [];

    /// <returns>Empty where there is nothing smaller.</returns>
    public IReadOnlyList<Activity> Of(Activity form)
    {
        if (form.Text is { Length: > Shortest } whole)
            return InHalves(form, whole);
        if (form.Attachments is not [{ ContentType: ReplyActivity.AdaptiveCardType }])
            return [];
        // A card beside a text is a form to fill in; any other card shows what the text says.
        return said.Text is { Length: > 0 } ? [Like(form, FailureTexts.FormTooBig(Languages.Of(text) ?? Language.Chinese))] : AsText(form);
    }

    private static List<Activity> InHalves(Activity form, string whole)
    {
        var halves = TeamsForm.Cut(whole, (whole.Length + 1) / 2).Select(half => TeamsForm.With(form, half)).ToList();
        (halves[0].ChannelData, halves[^1].SuggestedActions) = (form.ChannelData, form.SuggestedActions);
        return halves;
    }

    private List<Activity> AsText(Activity form)
    {
        var pieces = TeamsForm.Cut(text, TeamsForm.LongestText).Select(piece => TeamsForm.With(form, piece)).ToList();
        if (pieces.Count == 0)
            return [];
        pieces[0].ChannelData = form.ChannelData;
        TeamsForm.AddButtons(pieces, buttons, heard);
        return pieces;
    }

    private static Activity Like(Activity form, string words)
    {
        var activity = TeamsForm.With(form, words);
        activity.ChannelData = form.ChannelData;
        return activity;
    }
}
