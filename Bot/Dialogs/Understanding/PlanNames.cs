using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What the plans that run at once are called: by their titles, by words that only one of the titles holds (智慧农业那个), by who issued them (云河县的, 县里的).</summary>
public sealed class PlanNames
{
    private readonly List<(Guid Id, string Word, bool IsWhole)> words = [];

    /// <param name="plans">At least two; by one alone nothing needs to be told apart.</param>
    public PlanNames(IReadOnlyList<(Guid Id, string Title, string? Issuer)> plans)
    {
        var parts = plans.Select(plan => (plan.Id, Title: Spelling.Plain(plan.Title), Words: Parts(plan.Title, plan.Issuer).ToList())).ToList();
        foreach (var (id, title, own) in parts)
        {
            words.Add((id, $"《{title}》", true));
            words.Add((id, title, true));
            var others = parts.FindAll(other => other.Id != id);
            words.AddRange(own.Where(word => others.TrueForAll(other => !other.Title.Contains(word, StringComparison.Ordinal) && !other.Words.Contains(word))).Select(word => (id, word, false)));
        }
        words = [.. words.DistinctBy(word => (word.Id, word.Word)).OrderByDescending(word => word.Word.Length)];
    }

    /// <summary>Plans named in the normalised text, each with its place.</summary>
    internal IReadOnlyList<(Guid Id, Range Where)> Find(string plain)
    {
        var found = new List<(Guid Id, Range Where)>();
        foreach (var (id, word, isWhole) in words)
        {
            var start = plain.IndexOf(word, StringComparison.Ordinal);
            if (start < 0 || found.Exists(other => other.Where.Start.Value < start + word.Length && other.Where.End.Value > start))
                continue;
            var tail = Tail.Match(plain[(start + word.Length)..]).Length;
            // Two characters (农业, 县里) are many things; only 农业那个计划 is a plan.
            if (isWhole || word.Length >= 4 || tail > 0)
                found.Add((id, start..(start + word.Length + tail)));
        }
        return found;
    }

    /// <summary>Parts of a title that tell something, each with its halves of two characters and more; and the place that issued it.</summary>
    private static IEnumerable<string> Parts(string title, string? issuer)
    {
        var place = Place.Match(Spelling.Plain(issuer ?? title)).Groups["place"].Value;
        if (place.Length > 1)
        {
            yield return place;
            yield return place[..^1];
            yield return $"{place[^1]}里";
            yield return $"{place[^1]}政府";
        }
        var rest = place.Length > 1 ? Spelling.Plain(title).Replace(place, "|", StringComparison.Ordinal) : Spelling.Plain(title);
        foreach (var part in Generic.Replace(rest, "|").Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            for (var length = part.Length; length >= 2; length--)
            {
                for (var start = 0; start + length <= part.Length; start++)
                    yield return part.Substring(start, length);
            }
        }
    }

    private static Regex Place => field ??= new("^(?<place>[\u4e00-\u9fff]{1,5}?[省市区县州])");

    /// <summary>Words that any title may hold.</summary>
    private static Regex Generic => field ??= new(@"关于|印发|转发|发布|做好|加快|推进|推动|进一步|深入|全面|实施|落实|贯彻|的|和|与|及|《|》|通知|意见|方案|计划|要点|行动|工作|任务|分工|责任|清单|重点|年度|三年|五年|新一代|建设|发展|促进|若干|措施|人民政府|办公厅|办公室|\([^)]*\)|[0-9〇一二三四五六七八九十]+年|[0-9]{4}|[~—,:·\-－～ ]");

    private static Regex Tail => field ??= new("^(?:的)?(?:那|这)?(?:个|份|项)?(?:行动)?(?:方案|计划|要点|通知|文件|工作|任务)|^(?:的)?(?:那|这)(?:个|份|项)|^的(?!问题|情况)");
}
