using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>What a form that came back says about the tasks of a unit.</summary>
/// <param name="Report">Rows found by their code, and whatever else was written.</param>
/// <param name="Older">Numbers of the tasks on which a newer version was filed after the form was handed out.</param>
/// <param name="Strangers">Rows of reports that are not this form's to make: another unit's, another period's, accepted ones.</param>
internal sealed record ReturnedForm(ReportText Report, IReadOnlyList<int> Older, int Strangers)
{
    public static ReturnedForm Of(ReportForm form, ReportText read)
    {
        var (blocks, older, strangers) = (new List<ReportBlock>(), new List<int>(), 0);
        foreach (var block in read.Blocks)
        {
            if (block.Code is not { } code)
            {
                blocks.Add(block);
                continue;
            }
            if (form.Tasks.FirstOrDefault(task => task.ObligationId == code.ObligationId) is not { } task)
            {
                strangers++;
                continue;
            }
            // A row that was handed out filled in and came back so says nothing new of what is filed.
            if (!task.IsOpen && block.Sections.All(text => task.Known.GetValueOrDefault(text.Key) == text.Value))
                continue;
            if (task.Version > code.Version)
                older.Add(task.Ordinal);
            blocks.Add(block with { Task = task.Ordinal, Heading = "", Code = null });
        }
        return new(read with { Blocks = [.. blocks.GroupBy(block => (block.Task, block.Heading)).Select(same => same.Aggregate((first, second) => first.With(second)))] }, older, strangers);
    }
}
