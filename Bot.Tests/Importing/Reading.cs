using System.Text;
using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Short ways to read invented notices.</summary>
internal static class Reading
{
    public static NoticeReading Of(string text) => NoticeReader.Read(Encoding.UTF8.GetBytes(text), "notice.txt");

    public static Notice Notice(string text)
    {
        var reading = Of(text);
        Assert.Null(reading.Refusal);
        StoredStrings.AssertInSource(reading.Notice!, text);
        return reading.Notice!;
    }

    /// <summary>A notice of 云河县 with these lines as its body.</summary>
    public static Notice WithBody(string body, string issuer = "云河县人民政府办公室") => Notice($"{issuer}关于印发2021年重点工作的通知\n各有关单位：\n2021年3月8日\n{body}");

    public static IEnumerable<(int Line, NoticeIssue Issue)> Remarks(Notice notice) => notice.Warnings.Select(warning => (warning.Line, warning.Issue));

    /// <summary>Units as "name role", groups marked with *.</summary>
    public static string Units(NoticeTask task) => string.Join(" ", task.Units.Select(Written));

    private static string Written(NoticeUnit unit) => $"{unit.Name}{(unit.Kind == UnitKind.Group ? "*" : "")}/{unit.Role}";
}
