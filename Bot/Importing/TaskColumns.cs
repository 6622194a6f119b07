using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Texts;

namespace PlanBot.Importing;

/// <summary>What a column of a task table holds.</summary>
internal enum TaskColumn
{
    /// <summary>Read by nobody here: persons, sections, status of a report form, remarks.</summary>
    Other = 0,
    Number = 1,
    Title = 2,
    Task = 3,
    Unit = 4,
    Deadline = 5,
}

/// <param name="Says">For a column of units: what its name says about their part.</param>
internal sealed record ColumnMeaning(TaskColumn Column, PartRole? Says = null);

/// <summary>Tells the columns of a task table by their names, white space inside them removed (工 作 任 务).</summary>
internal static partial class TaskColumns
{
    /// <summary>A line of cells that names a task column and, beside it, a number or a unit column.</summary>
    public static bool IsHeader(Passage line) => line.Text.Contains('|') && IsHeader(line.Text.Split('|'));

    public static bool IsHeader(IReadOnlyList<Passage> cells) => IsHeader([.. cells.Select(cell => cell.Text)]);

    public static bool IsKnown(Passage cell) => !cell.Text.Contains('：') && Meaning(cell.Text) is not null;

    public static bool IsNumber(Passage cell) => Meaning(cell.Text)?.Column == TaskColumn.Number;

    /// <summary>A name that is known and whose column nobody reads: 分类.</summary>
    public static bool IsUnread(Passage cell) => Meaning(cell.Text)?.Column == TaskColumn.Other;

    public static bool NamesUnits(TableRow header) => header.Cells.Any(cell => Meaning(cell.Text)?.Column == TaskColumn.Unit);

    /// <summary>A table that is there to be filled in with progress is a report form, whatever units it names.</summary>
    public static bool IsForm(TableRow header) => header.Cells.Any(cell => Status().IsMatch(cell.Compact().Text));

    /// <summary>Several unit columns: 责任单位 beside 牵头单位 supports; 单位名称 leads only where others support.</summary>
    public static IReadOnlyList<ColumnMeaning> Read(TableRow header, Remarks remarks)
    {
        var columns = header.Cells.Select(cell => Meaning(cell.Text) ?? Unknown(cell, remarks)).ToList();
        // A list of sections of one organ (责任科室) is its list of units where there is no other.
        if (columns.All(column => column.Column != TaskColumn.Unit))
            ReadSections(header, columns);
        if (columns.Any(column => column.Says == PartRole.Support) && columns.All(column => column.Says != PartRole.Lead)
            && header.Cells.ToList().FindIndex(cell => cell.Compact().Text is "单位名称" or "单位") is var named and >= 0)
            columns[named] = new(TaskColumn.Unit, PartRole.Lead);
        // 项目名称 beside 主要内容 is the task's title; of other pairs the last is the text.
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Column == TaskColumn.Task && columns.FindLastIndex(column => column.Column == TaskColumn.Task) > i)
                columns[i] = new(TaskColumn.Title);
        return columns;
    }

    /// <summary>牵头科室 beside 配合科室 is lead beside support; one column alone is responsible.</summary>
    private static void ReadSections(TableRow header, List<ColumnMeaning> columns)
    {
        var names = header.Cells.Select(cell => cell.Compact().Text).ToList();
        var own = Enumerable.Range(0, names.Count).Where(at => OwnSection().IsMatch(names[at])).ToList();
        foreach (var at in own)
            columns[at] = new(TaskColumn.Unit, own.Count == 1 ? PartRole.Responsible : AssignmentGrammar.RoleOf(names[at]));
        if (own.Count == 0 && names.FindIndex(name => Section().IsMatch(name)) is var section and >= 0)
            columns[section] = new(TaskColumn.Unit, PartRole.Responsible);
    }

    private static bool IsHeader(string[] names)
    {
        var cells = names.Select(Meaning).ToList();
        return cells.Any(cell => cell?.Column == TaskColumn.Task)
            && (cells.Any(cell => cell?.Column is TaskColumn.Number or TaskColumn.Unit) || names.Any(name => OwnSection().IsMatch(string.Concat(name.Where(c => !char.IsWhiteSpace(c))))));
    }

    private static ColumnMeaning Unknown(Passage cell, Remarks remarks)
    {
        if (!cell.IsBlank)
            remarks.Add(cell.Line, NoticeIssue.UnknownColumn, cell.Raw);
        return new(TaskColumn.Other);
    }

    private static ColumnMeaning? Meaning(string cell)
    {
        var name = string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));
        return name.Length is 0 or > 24 || Sentence().IsMatch(name) ? null
            : Number().IsMatch(name) ? new(TaskColumn.Number)
            : NotRead().IsMatch(name) || Section().IsMatch(name) ? new(TaskColumn.Other)
            : Deadline().IsMatch(name) ? new(TaskColumn.Deadline)
            : Unit().IsMatch(name) ? new(TaskColumn.Unit, AssignmentGrammar.RoleOf(name))
            : Task().IsMatch(name) ? new(TaskColumn.Task)
            : null;
    }

    [GeneratedRegex("[。；|]|^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）")]
    private static partial Regex Sentence();

    [GeneratedRegex("^(?:序号|编号|项号|任务编号|任务序号|(?i:no)[.]?)$")]
    private static partial Regex Number();

    [GeneratedRegex("领导|责任人|负责人|联系人|联络员|电话|进展|[一二三四]季度|完成情况|备注|说明|依据|来源|类别|类型|领域|分类|投资|金额|建设地点|地址|进度$")]
    private static partial Regex NotRead();

    [GeneratedRegex("进展|[一二三四]季度|完成情况|落实情况")]
    private static partial Regex Status();

    [GeneratedRegex("科室|处室|股室")]
    private static partial Regex Section();

    /// <summary>The column of units of an organ that gives its own sections work.</summary>
    [GeneratedRegex("^(?:责任|负责|牵头|承办|主办|协办|主要|落实|配合|协同|协作|参与|具体)*(?:科室|处室|股室|站所)+$")]
    private static partial Regex OwnSection();

    [GeneratedRegex("时限|期限|完成时间|时间要求|时间节点|时间安排|截止|完成日期")]
    private static partial Regex Deadline();

    [GeneratedRegex("单位|部门|主体|^(?:责任|职责)(?:分工|划分|落实)$")]
    private static partial Regex Unit();

    [GeneratedRegex("任务|事项|内容|项目|举措|措施|要求|民生实事|目标|要点|重点工作|工作安排")]
    private static partial Regex Task();
}
