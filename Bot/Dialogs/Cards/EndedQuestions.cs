using Microsoft.Bot.Builder;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Cards;

/// <summary>What was open and came to an end in this turn, with the words in which that was said.</summary>
public sealed class EndedQuestions
{
    private readonly List<(CardSubject About, string Words)> ended = [];

    public static void Add(ITurnContext context, CardSubject about, string words)
    {
        if (context.TurnState.Get<EndedQuestions>() is not { } all)
            context.TurnState.Set(all = new());
        all.ended.Add((about, words));
    }

    /// <summary>An earlier summary of the same report has ended with it, whatever its words were.</summary>
    /// <returns>Null when it did not end in this turn.</returns>
    public string? WordsOf(CardSubject about) => ended.Where(one => one.About == about || IsSameReport(one.About, about)).Select(one => one.Words).FirstOrDefault();

    private static bool IsSameReport(CardSubject one, CardSubject other) =>
        one.Kind == CardSubjectKind.Report && other.Kind == CardSubjectKind.Report && SummarySubject.Read(one.Id) is { } report && SummarySubject.Read(other.Id) == report;
}
