using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Finds whom the report goes to: 报送市某局, 报我局科技处, 向县政府办公室报告.</summary>
internal static partial class Recipients
{
    /// <returns>Null when the sentence names no organ behind its verb.</returns>
    public static Passage? Find(Passage sentence)
    {
        foreach (Match match in Behind().Matches(sentence.Text).Concat(Before().Matches(sentence.Text)))
            if (WithoutPlace(sentence.Slice(match.Groups["to"])) is var to && UnitNames.IsOrgan(WithoutSelf().Replace(to.Text, "")))
                return to;
        return null;
    }

    /// <summary>督查室420室 without its room, 综合科某某处 without the colleague who collects.</summary>
    private static Passage WithoutPlace(Passage to) => PlaceBehind().Match(to.Text) is { Success: true, Index: var end } ? to.Slice(0, end) : to;

    [GeneratedRegex(@"(?<=[局科室处股办])(?:\d+(?:室|房间?)|(?!综合|秘书|督查|信息|业务|法规|规划|财务|人事|调研|管理|项目)\p{IsCJKUnifiedIdeographs}{2,3}处)$")]
    private static partial Regex PlaceBehind();

    [GeneratedRegex("(?:报送|上报|呈报|反馈|提交|(?<!工作)报告|报(?!告》)|送)(?:至|到|给)?(?<to>[^，。；：、（）《》“”]{2,30}?)(?=[，。；、（]|$|汇总|备案|邮箱|电子|审核|审阅)")]
    private static partial Regex Behind();

    [GeneratedRegex("向(?<to>[^，。；：、（）《》“”]{2,30}?)(?:书面)?(?:报送|报告|上报|反馈|汇报)")]
    private static partial Regex Before();

    [GeneratedRegex("^[我本]")]
    private static partial Regex WithoutSelf();
}
