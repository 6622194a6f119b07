using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>Last task pass, where no other found any: numbered paragraphs whose sentences say which unit has to do what (县林业局要会同…于10月15日前完成…). Each is a proposal that a person checks.</summary>
internal static partial class ProseTasks
{
    /// <summary>Longer lists before the verb are a sentence. Characters.</summary>
    private const int LongestList = 80;

    /// <returns>The tasks in order, and the lines that they did not take.</returns>
    public static (IReadOnlyList<NoticeTask> Tasks, IReadOnlyList<Passage> Others) Read(IReadOnlyList<Passage> lines, NoticeHeader header, Remarks remarks)
    {
        var units = new UnitReader(header.Issuer, remarks);
        var texts = new TaskTexts(new Milestones(header.Years, remarks));
        var (tasks, taken) = (new List<NoticeTask>(), new HashSet<int>());
        foreach (var paragraph in Paragraphs.Of(lines))
        {
            if (ItemLabels.Read(paragraph) is not { } label || label.Rest.IsBlank || ReportWords.Asks(label.Rest.Compact().Text))
                continue;
            var (assigned, words) = Assigned(label.Rest, units);
            if (assigned.Count == 0)
                continue;
            remarks.Add(paragraph.Line, NoticeIssue.TaskFromProse, words!.Raw);
            tasks.Add(texts.Read(label.Printed, label.Rest, paragraph.Line, UnitShares.Of(assigned), null));
            taken.Add(paragraph.Line);
        }
        return (tasks, [.. lines.Where(line => !taken.Contains(line.Line))]);
    }

    private static (List<NoticeUnit> Units, Passage? Words) Assigned(Passage text, UnitReader units)
    {
        var (assigned, first) = (new List<NoticeUnit>(), (Passage?)null);
        foreach (var sentence in text.Split("。；"))
            if (Duty().Match(sentence.Text) is { Success: true } duty && duty.Groups["list"] is { Length: <= LongestList } list && IsNamed(sentence.Slice(list)))
            {
                assigned.AddRange(units.Read(sentence.Slice(list), duty.Groups["lead"].Success ? AssignmentRole.Lead : AssignmentRole.Responsible));
                if (duty.Groups["with"] is { Success: true } helpers && IsNamed(sentence.Slice(helpers)))
                    assigned.AddRange(units.Read(sentence.Slice(helpers), AssignmentRole.Support));
                first ??= sentence.Slice(0, Math.Min(sentence.Length, duty.Index + duty.Length));
            }
        return (assigned, first);
    }

    /// <summary>Organs and nothing else, and not all of them at once: 各单位要高度重视 is no task.</summary>
    private static bool IsNamed(Passage list) =>
        UnitLists.Split(list).Units is { Count: > 0 } named && named.Select(unit => unit.Written.Compact().Text).All(name => UnitNames.IsOrgan(name) && !UnitNames.HoldsMore(name) && !Everybody().IsMatch(name));

    [GeneratedRegex("^(?:[^，：]{0,12}[：，])?(?:由)?(?<list>[^，。；：]{2,80}?)(?:要|应当?|须|需要?|负责|(?<lead>牵头))(?:(?:会同|联合|商)(?<with>[^，。；：于在]{2,60}?)(?=[，于在对开组做按完，]|$))?")]
    private static partial Regex Duty();

    [GeneratedRegex("^(?:(?:各|有关|相关|全[省市县区])(?:各|有关|相关|成员|责任|直属|级)*(?:单位|部门|地区|地方|地|机关|区|县|市|镇|乡|乡镇|街道|党委|政府|县区|区县)?(?:和|、)?(?:单位|部门)?|单位|部门)$")]
    private static partial Regex Everybody();
}
