namespace PlanBot.Texts;

/// <summary>Words of the lists of units and of tasks, and of what takes a while.</summary>
public static class DeskListTexts
{
    public static string Units(Language language) => language.In("单位", "Units");
    public static string UnitsNote(int count, Language language) => language.In($"共{count}个，按通知顺序。", count == 1 ? "One unit." : $"{count} units, in the notice's order.");
    public static string TasksNote(int count, Language language) => language.In($"共{count}项，按通知顺序。", count == 1 ? "One task." : $"{count} tasks, in the notice's order.");
    public static string Find(Language language) => language.In("查找", "Find");
    public static string Reported(int reported, int owed, Language language) => owed == 0
        ? language.In("本期没有应报事项", "owes nothing this period") : language.In($"已报 {reported} / 应报 {owed}", $"{reported} of {owed} reported");
    public static string Overdue(int overdue, Language language) => language.In($"逾期 {overdue}", $"{overdue} overdue");

    public static string TaskNamed(Language language) => language.In("任务内容（写一部分即可）", "Task (part of its words)");
    public static string NoTaskNamed(Language language) => language.In("没有这样的任务。", "There is no such task.");

    public static string Writing(Language language) => language.In("正在生成文件", "Writing the file");
    public static string NotWritten(Language language) => language.In("文件没有下载成功，请再试一次。", "The file did not arrive. Please try again.");
    public static string OneAtATime(Language language) => language.In("一次写一个文件，请等这一个写完。", "One file at a time; please wait until this one is written.");
}
