using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Words of the form in a window of its own.</summary>
public static class FormWindowTexts
{
    /// <summary>The button that opens it.</summary>
    public static string OpenIt(Language language) => language.In("在窗口中填写", "Fill in a window");

    public static string Title(int task, ReportingPeriod period, Language language) => language.In(
        $"{PeriodNames.Of(period, language)}{TaskNames.Ordinal(task, language)}填报", $"{TaskNames.Ordinal(task, language)}, {PeriodNames.Of(period, language)}");

    public static string NothingWritten(Language language) => language.In("还没有填写内容。至少填写一个部分再提交；不想填了可以直接关闭。", "Nothing is written yet. Write at least one section, or just close the window.");

    /// <param name="most">Characters.</param>
    public static string TooLong(int most, Language language) => language.In(
        $"内容合计超过{most}字，窗口里放不下，没有丢失。请在聊天中分段填写，或说“发我一份Word表”，用文件填报。",
        $"This is more than {most} characters, too long for a window; nothing is lost. Please write it in the chat, section by section, or say \"send me the Word form\".");

    /// <summary>Filed or closed in the meantime, or another's.</summary>
    public static string Outdated(Language language) => language.In(
        "这张表单已经过期，没有做任何改动。请在聊天中说“填报表单”，用最新的一张。", "This form is out of date and nothing was changed. Say \"report form\" in the chat for the latest one.");

    /// <summary>What was typed is kept, and the chat says where.</summary>
    public static string FiledMeanwhile(Language language) => language.In(
        "您填写期间，这一项已经有了新的版本，您的内容没有覆盖它。详情请看聊天。", "A newer version of this task was filed while you were writing; yours has not replaced it. Please see the chat.");
}
