using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Finds whom the report goes to: 报送市某局, 报我局科技处, 向县政府办公室报告.</summary>
internal static partial class Recipients
{
    /// <returns>Null when the sentence names no organ behind its verb.</returns>
    public static Passage? Find(Passage sentence)
    {
        foreach (Match match in Behind().Matches(sentence.Text).Concat(Before().Matches(sentence.Text)))
            if (sentence.Slice(match.Groups["to"]) is var to && UnitNames.IsOrgan(WithoutSelf().Replace(to.Text, "")))
                return to;
        return null;
    }

    [GeneratedRegex("(?:报送|上报|呈报|反馈|提交|报告|报|送)(?:至|到|给)?(?<to>[^，。；：、（）]{2,30}?)(?=[，。；、（]|$|汇总|备案|邮箱|电子|审核|审阅)")]
    private static partial Regex Behind();

    [GeneratedRegex("向(?<to>[^，。；：、（）]{2,30}?)(?:书面)?(?:报送|报告|上报|反馈|汇报)")]
    private static partial Regex Before();

    [GeneratedRegex("^[我本]")]
    private static partial Regex WithoutSelf();
}
