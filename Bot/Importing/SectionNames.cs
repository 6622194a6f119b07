using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Finds the named sections of the report: "写明工作进展、主要问题和后续安排".</summary>
internal static partial class SectionNames
{
    private const int LongestName = 20;

    /// <summary>Whether the words can be the name of a section: no quotation, no verb of reporting, nobody who is asked.</summary>
    public static bool IsName(string name) => name.Length is >= 2 and <= 16 && !NoName().IsMatch(Normal(name));

    private static string Normal(string name) => Passage.Of(name, 1).Compact().Text;

    /// <returns>In the order of the sentence; empty when it names none.</returns>
    public static IReadOnlyList<string> Find(Passage sentence) =>
        sentence.Without(Brackets()).Split("，；。：").Select(Names).OrderByDescending(names => names.Count).FirstOrDefault() ?? [];

    private static List<string> Names(Passage clause)
    {
        var pieces = clause.Split("、").ToList();
        // Only the clause's list of sections counts: pieces without a section word end it.
        var first = pieces.FindIndex(piece => IsSection(piece.Text));
        if (first < 0)
            return [];
        var list = pieces.Skip(first).TakeWhile(piece => IsSection(piece.Text)).ToList();
        list[0] = WithoutLead(list[0]);
        list[^1] = WithoutRest(list[^1]);
        list = [.. list.SelectMany(SplitKinds)];
        var names = list.Select(name => BracketsBehind().Replace(name.Raw, "").Trim()).Where(name => name.Length is >= 2 and <= LongestName).ToList();
        // A clause with one section word may be about anything; a report's single section says that it is one.
        return names.Count > 1 || (names is [var only] && SingleSection().IsMatch(Normal(only))) ? names : [];
    }

    /// <summary>From the last of the words that lead into the list, as long as a section comes behind it.</summary>
    private static Passage WithoutLead(Passage piece)
    {
        var lead = Lead().Matches(piece.Text).LastOrDefault(word => IsSection(piece.Text[(word.Index + word.Length)..]));
        piece = lead is null ? piece : piece.From(lead.Index + lead.Length);
        return Owner().Match(piece.Text) is { Length: > 0 and var length } && IsSection(piece.Text[length..]) ? piece.From(length) : piece;
    }

    private static Passage WithoutRest(Passage piece)
    {
        var word = SectionWord().Match(piece.Text);
        return word.Success && Rest().Match(piece.Text, word.Index + word.Length) is { Success: true } rest ? piece.Slice(0, rest.Index) : piece;
    }

    /// <summary>At 及 or 和 between sections of different kinds: 进展情况和存在的问题 are two, 存在的困难和问题 and 解决的办法和措施 are one.</summary>
    private static IEnumerable<Passage> SplitKinds(Passage piece)
    {
        foreach (var word in new[] { "以及", "及", "和", "与" })
            for (var at = piece.Text.IndexOf(word, StringComparison.Ordinal); at > 0; at = piece.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
                if (IsSection(piece.Text[..at]) && IsSection(piece.Text[(at + word.Length)..]) && SectionKinds.Of(piece.Text[..at]) != SectionKinds.Of(piece.Text[(at + word.Length)..]))
                    return [piece.Slice(0, at), .. SplitKinds(piece.From(at + word.Length))];
        return [piece];
    }

    private static bool IsSection(string text) => SectionWord().IsMatch(text);

    [GeneratedRegex("进展|进度|问题|困难|难点|成效|成果|亮点|经验|做法|下一?步|后续|措施|打算|建议|计划|安排|思路|体会|情况|(?:工作|年度|半年|年终)总结")]
    private static partial Regex SectionWord();

    [GeneratedRegex("(?:进展|进度|完成|落实|推进|开展|工作)情况$|工作进展$|工作总结$")]
    private static partial Regex SingleSection();

    [GeneratedRegex("(?:(?<!工作|年度|半年|年终)总结|小结|写明|注明|报送|上报|报告|包括|包含|反映|说明|填报|梳理|汇总|形成|围绕|将|把|对|就|内容为)")]
    private static partial Regex Lead();

    [GeneratedRegex("以(?!及)|于|按|通过|书面|等|(?<!汇)报|反馈|提交|送|填报|一并|及时|经(?!验)|向|[后前](?!续|期)")]
    private static partial Regex Rest();

    /// <summary>Whose work it is, and the quotation that names it: 本单位…, “民生实事”….</summary>
    [GeneratedRegex("^(?:本(?:单位|部门|地区|辖区|区域|地|级|区|县|市|镇|街道)(?:（[^（）]*）)?的?)?(?:.*[”》〉])?(?:.*(?:季度|全年|半年|[上本当]月|一个月|阶段))?(?:一次|1次)?的?(?:(?:落实)?各项(?:重点|工作|目标|任务)*)?")]
    private static partial Regex Owner();

    [GeneratedRegex("[《》〈〉“”：（）]|(?<!汇)报(?!告$)|(?<!需|主|重|首)要|各|[将请由]|第[一二三四]|一次|牵头|单位|部门|每|按|\\d")]
    private static partial Regex NoName();

    [GeneratedRegex("[（(][^（）()]*[）)]")]
    private static partial Regex Brackets();

    [GeneratedRegex("[（(][^（）()]*[）)]$")]
    private static partial Regex BracketsBehind();
}
