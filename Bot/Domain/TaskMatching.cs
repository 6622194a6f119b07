namespace PlanBot.Domain;

/// <summary>A task before and after; one of the two is missing where it was added or dropped.</summary>
/// <param name="MayBe">Of an added task: tasks before that it may come from, where none could be told for certain.</param>
public sealed record TaskPair(TaskWording? Before, TaskWording? After, IReadOnlyList<TaskWording> MayBe);

/// <summary>Finds the tasks of a plan again in another wording of its notice: the same words first, then the most similar ones, each once. A number is never what tells them.</summary>
public static class TaskMatching
{
    /// <summary>Likeness from which on two wordings may be of one task.</summary>
    private const double Enough = 0.6;

    /// <summary>A better match must be better by this much; what the same units lead counts as much.</summary>
    private const double Clear = 0.1;

    /// <summary>Pairs of characters that more tasks than this share say nothing.</summary>
    private const int CommonWords = 200;

    /// <summary>Tasks looked at closely for one.</summary>
    private const int MostCandidates = 10;

    /// <returns>The tasks after in their order, then those that are dropped.</returns>
    public static IReadOnlyList<TaskPair> Match(IReadOnlyList<TaskWording> before, IReadOnlyList<TaskWording> after)
    {
        var found = SameWords(before, after);
        var taken = found.Values.Select(task => task.Id).ToHashSet();
        var doubtful = new Dictionary<TaskWording, List<TaskWording>>(ReferenceEqualityComparer.Instance);
        AddSimilar([.. before.Where(task => !taken.Contains(task.Id))], [.. after.Where(task => !found.ContainsKey(task))], found, doubtful);
        taken.UnionWith(found.Values.Select(task => task.Id));
        return
        [
            .. after.Select(task => new TaskPair(found.GetValueOrDefault(task), task, doubtful.GetValueOrDefault(task) ?? [])),
            .. before.Where(task => !taken.Contains(task.Id)).Select(task => new TaskPair(task, null, [])),
        ];
    }

    /// <summary>Of several tasks with the same words the one with the same units and number is taken.</summary>
    private static Dictionary<TaskWording, TaskWording> SameWords(IReadOnlyList<TaskWording> before, IReadOnlyList<TaskWording> after)
    {
        var known = before.GroupBy(task => SimilarText.Letters(task.Text)).ToDictionary(same => same.Key, same => same.ToList());
        var found = new Dictionary<TaskWording, TaskWording>(ReferenceEqualityComparer.Instance);
        foreach (var task in after)
        {
            if (!known.TryGetValue(SimilarText.Letters(task.Text), out var same) || same.Count == 0)
                continue;
            var best = same.MinBy(one => one.DifferencesTo(task) is var parts && parts.Contains(TaskPart.Units) ? parts.Count + 10 : parts.Count)!;
            same.Remove(best);
            found[task] = best;
        }
        return found;
    }

    private static void AddSimilar(
        IReadOnlyList<TaskWording> before, IReadOnlyList<TaskWording> after, Dictionary<TaskWording, TaskWording> found, Dictionary<TaskWording, List<TaskWording>> doubtful)
    {
        var candidates = Candidates(before, after).OrderByDescending(pair => pair.Score).ToList();
        var (byBefore, byAfter) = (candidates.ToLookup(pair => pair.Before), candidates.ToLookup(pair => pair.After));
        var gone = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var pair in candidates)
        {
            if (gone.Contains(pair.Before) || gone.Contains(pair.After))
                continue;
            var rivals = byBefore[pair.Before].Concat(byAfter[pair.After])
                .Where(other => other != pair && other.Score > pair.Score - Clear && !gone.Contains(other.Before) && !gone.Contains(other.After)).ToList();
            if (rivals.Count == 0)
                found[pair.After] = pair.Before;
            foreach (var doubt in rivals.Count == 0 ? [] : rivals.Prepend(pair))
            {
                if (!doubtful.TryGetValue(doubt.After, out var mayBe))
                    doubtful[doubt.After] = mayBe = [];
                mayBe.Add(doubt.Before);
                gone.Add(doubt.Before);
                gone.Add(doubt.After);
            }
            gone.Add(pair.Before);
            gone.Add(pair.After);
        }
    }

    /// <summary>Pairs that are alike enough, found by the rarer pairs of characters that they share, so that the work grows with the tasks and not with their square.</summary>
    private static IEnumerable<Candidate> Candidates(IReadOnlyList<TaskWording> before, IReadOnlyList<TaskWording> after)
    {
        var words = before.Select(task => SimilarText.Pairs(SimilarText.Letters(task.Text))).ToList();
        var holders = words.SelectMany((pairs, index) => pairs.Select(pair => (pair, index))).GroupBy(entry => entry.pair).ToDictionary(same => same.Key, same => same.Select(entry => entry.index).ToList());
        foreach (var task in after)
        {
            var own = SimilarText.Pairs(SimilarText.Letters(task.Text));
            var shared = own.Select(pair => holders.GetValueOrDefault(pair)).Where(list => list is { Count: <= CommonWords }).SelectMany(list => list!)
                .GroupBy(index => index).OrderByDescending(same => same.Count()).Take(MostCandidates).Select(same => same.Key);
            foreach (var index in shared)
            {
                var likeness = SimilarText.Likeness(before[index].Text, task.Text, words[index], own);
                if (likeness >= Enough)
                    yield return new(before[index], task, likeness + (before[index].Leads.Intersect(task.Leads).Any() ? Clear : 0));
            }
        }
    }

    private sealed record Candidate(TaskWording Before, TaskWording After, double Score);
}
