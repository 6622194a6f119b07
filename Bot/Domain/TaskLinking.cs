using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <param name="Likeness">From 0 to 1.</param>
/// <param name="IsClear">Very alike, and no other task above is nearly as much.</param>
public sealed record LinkProposal(PlanTask Child, PlanTask Parent, double Likeness, bool IsClear);

/// <summary>Which task of the plan above a task may carry out: the most similar one. A proposal, never a link.</summary>
public static class TaskLinking
{
    private const double Enough = 0.4;
    private const double Very = 0.6;

    /// <summary>Characters of a task that says enough to be clear.</summary>
    private const int ShortestClear = 8;

    /// <summary>How much better than the next one a clear one is.</summary>
    private const double Clear = 0.1;

    /// <returns>At most one for each task, in their order; none for a task that nothing above is like.</returns>
    public static IReadOnlyList<LinkProposal> Propose(IReadOnlyList<PlanTask> children, IReadOnlyList<PlanTask> parents)
    {
        var above = parents.Select(parent => (Task: parent, Texts: TextsOf(parent))).ToList();
        var proposals = new List<LinkProposal>();
        foreach (var child in children)
        {
            var texts = TextsOf(child);
            var ranked = above.Select(parent => (parent.Task, Likeness: Likeness(texts, parent.Texts))).OrderByDescending(parent => parent.Likeness).Take(2).ToList();
            if (ranked is [var best, ..] && best.Likeness >= Enough)
                proposals.Add(new(child, best.Task, best.Likeness, best.Likeness >= Very && SimilarText.Letters(child.Text).Length >= ShortestClear && (ranked.Count == 1 || ranked[1].Likeness <= best.Likeness - Clear)));
        }
        return proposals;
    }

    private static double Likeness(Worded[] one, Worded[] other) =>
        one.SelectMany(_ => other, (first, second) => SimilarText.Likeness(first.Text, second.Text, first.Pairs, second.Pairs)).DefaultIfEmpty().Max();

    /// <summary>The whole, and the words that open it: districts add their own measures behind.</summary>
    private static Worded[] TextsOf(PlanTask task)
    {
        var opening = task.Title ?? task.Text.Split('。', '；', '\n')[0];
        return [.. new[] { task.Text, opening }.Distinct().Select(text => new Worded(text, SimilarText.Pairs(SimilarText.Letters(text))))];
    }

    private sealed record Worded(string Text, IReadOnlySet<(char, char)> Pairs);
}
