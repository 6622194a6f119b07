using System.Text.RegularExpressions;

namespace PlanBot.Importing;

/// <summary>Recognises the letter of a notice that has lost its title: it greets its addressees, and sends out a plan or asks for something.</summary>
internal static partial class Letters
{
    public static bool IsLetter(IReadOnlyList<Passage> lines) =>
        lines.Any(line => SendsOut().IsMatch(line.Text)) || (lines.Any(line => Addressees().IsMatch(line.Text)) && lines.Any(line => Asks().IsMatch(line.Text)));

    [GeneratedRegex("现(?:将|印发)[^。]{0,40}《[^》]{1,100}》[^。]{0,40}(?:印发|下达|分解|通知)|《[^》]{1,100}》[^。]{0,30}现印发")]
    private static partial Regex SendsOut();

    [GeneratedRegex(@"^\s*各[^。：]{2,100}：\s*$")]
    private static partial Regex Addressees();

    [GeneratedRegex("(?:现将|现就)[^。]{2,100}(?:通知|印发|下达)|(?:请各|请你|各(?:责任|牵头|有关)?(?:单位|部门))[^。]{2,100}(?:报送|落实|完成|执行)")]
    private static partial Regex Asks();
}
