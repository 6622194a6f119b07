using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>The word that closes a list and belongs to each of its names: 县公安、司法、民政局.</summary>
internal static partial class SharedEnding
{
    /// <param name="name">Ends as no organ does.</param>
    /// <returns>What completes it; empty where nothing does for certain.</returns>
    public static string Of(string name, IReadOnlyList<string> list)
    {
        var at = list.ToList().IndexOf(name);
        return at >= 0 && Stem().IsMatch(name) && list.Skip(at + 1).FirstOrDefault(UnitNames.IsOrgan) is { } closing && Closing().Match(closing) is { Success: true } match ? match.Value : "";
    }

    [GeneratedRegex("^[省市州盟区县旗]?(?:公安|司法|民政|财政|教育|体育|教体|水利|水务|审计|统计|税务|住建|卫健|交通|文旅|农业|农业农村|自然资源|生态环境|环保|人社|应急|发改|工信|科技|商务|林业|城管|市场监管|医保|信访|气象|国土|规划|畜牧|旅游|文化|卫生|物价)$")]
    private static partial Regex Stem();

    [GeneratedRegex("[局厅]$")]
    private static partial Regex Closing();
}
