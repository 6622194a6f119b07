using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Importing;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Importing;

/// <summary>The two public notices against what a careful reader finds in them: all of it, and nothing else.</summary>
public sealed class RealNoticeTests
{
    [RealNoticeFact]
    public void Table_notice_gives_every_unit_and_task_in_order()
    {
        var (notice, expected) = Read("tianjin-2020");

        var wanted = expected.GetProperty("units").EnumerateArray().SelectMany(unit => unit.GetProperty("tasks").EnumerateArray().Select(task => (
            Number: unit.GetProperty("no").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture),
            Unit: unit.GetProperty("unit").GetString()!,
            Text: task.GetProperty("text").GetString()!,
            Line: task.GetProperty("line").GetInt32())));
        Assert.Equal(wanted, notice.Tasks.Select(task => (task.Number!, Assert.Single(task.Units).Name, task.Text, task.Line)));
        Assert.All(notice.Tasks, task => Assert.Equal((task.Units[0].Name, AssignmentRole.Responsible, UnitKind.Unit), (task.Units[0].Raw, task.Units[0].Role, task.Units[0].Kind)));
        Assert.All(notice.Tasks, task => Assert.True(task.Deadline is null && task.Milestones is []));
        Assert.Equal(expected.GetProperty("task_count").GetInt32(), notice.Tasks.Count);
        Assert.Empty(notice.Warnings);
    }

    [RealNoticeFact]
    public void Table_notice_gives_header_rule_and_contact()
    {
        var (notice, expected) = Read("tianjin-2020");

        AssertHeader(notice, expected, expected.GetProperty("plan_year").GetInt32(), expected.GetProperty("plan_year").GetInt32());
        var (rule, wanted) = (notice.Plan.Reporting!, expected.GetProperty("reporting_rule"));
        Assert.Equal((Frequency.Quarterly, new WorkingDayOfNextPeriod(wanted.GetProperty("due").GetProperty("n").GetInt32())), (rule.Frequency, rule.DueRule));
        Assert.Equal(new ReportingPeriod(2020, 1), rule.FirstPeriod);
        Assert.Equal((wanted.GetProperty("sentence").GetString(), wanted.GetProperty("line").GetInt32()), (rule.Evidence, rule.Line));
        Assert.Equal(wanted.GetProperty("sections").EnumerateArray().Select(section => section.GetString()), rule.Sections);
        Assert.Equal((wanted.GetProperty("recipient").GetString(), false), (rule.Recipient, rule.LeadOnly));
        var contact = expected.GetProperty("contact");
        string Value(string name) => contact.GetProperty(name).GetString()!;
        Assert.Equal(new NoticeContact(Value("department"), Value("person"), Value("phone"), Value("fax"), Value("email")), notice.Plan.Contact);
    }

    [RealNoticeFact]
    public void Prose_notice_gives_every_task_with_its_units_and_milestones()
    {
        var (notice, expected) = Read("jizhou-2018");

        var wanted = expected.GetProperty("tasks").EnumerateArray().SelectMany(task => Leaves(task, "")).ToList();
        Assert.Equal(expected.GetProperty("task_count_leaf").GetInt32(), wanted.Count);
        Assert.Equal(wanted.Select(leaf => leaf.Number), notice.Tasks.Select(task => task.Number));
        foreach (var ((_, leaf), task) in wanted.Zip(notice.Tasks))
        {
            Assert.Equal((leaf.GetProperty("title").GetString(), leaf.GetProperty("full_text").GetString(), leaf.GetProperty("line").GetInt32()), (task.Title, task.Text, task.Line));
            Assert.Equal(Strings(leaf, "units_raw").Zip(Strings(leaf, "units")), task.Units.Select(unit => (unit.Raw, unit.Name)));
            Assert.All(task.Units, unit => Assert.Equal((AssignmentRole.Responsible, UnitKind.Unit), (unit.Role, unit.Kind)));
            Assert.Equal(
                leaf.GetProperty("milestones").EnumerateArray().Select(step => new DatedText(
                    step.GetProperty("text").GetString()!, step.GetProperty("date").GetString(), step.GetProperty("precision").GetString())),
                task.Milestones);
            Assert.Null(task.Deadline);
        }
        Assert.Empty(notice.Warnings);
    }

    [RealNoticeFact]
    public void Prose_notice_gives_its_header_and_no_rule()
    {
        var (notice, expected) = Read("jizhou-2018");

        AssertHeader(notice, expected, expected.GetProperty("plan").GetProperty("from_year").GetInt32(), expected.GetProperty("plan").GetProperty("to_year").GetInt32());
        Assert.Null(notice.Plan.Reporting);
        Assert.Null(notice.Plan.Contact);
    }

    [RealNoticeFact]
    public void Nothing_is_stored_that_the_notices_do_not_say()
    {
        foreach (var name in new[] { "tianjin-2020", "jizhou-2018" })
            StoredStrings.AssertInSource(Read(name).Notice, File.ReadAllText(Requirements.RealNotice($"{name}.txt")));
    }

    private static void AssertHeader(Notice notice, JsonElement expected, int from, int to)
    {
        Assert.Equal(
            (expected.GetProperty("title").GetString(), expected.GetProperty("issuing_organ").GetString(), expected.GetProperty("date").GetString(), null),
            (notice.Plan.Title, notice.Plan.Issuer, notice.Plan.IssuedOn, notice.Plan.DocumentNumber));
        Assert.Equal(($"{from}", $"{to}"), (notice.Plan.StartsOn, notice.Plan.EndsOn));
    }

    /// <summary>The items that carry units, numbered as the import contract numbers them.</summary>
    private static IEnumerable<(string Number, JsonElement Leaf)> Leaves(JsonElement item, string above)
    {
        var number = above + item.GetProperty("label").GetString()!.TrimEnd('．');
        return item.TryGetProperty("children", out var children) && children.GetArrayLength() > 0 ? children.EnumerateArray().SelectMany(child => Leaves(child, number)) : [(number, item)];
    }

    private static IEnumerable<string> Strings(JsonElement item, string name) => item.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);

    private static (Notice Notice, JsonElement Expected) Read(string name)
    {
        var reading = NoticeReader.Read(File.ReadAllBytes(Requirements.RealNotice($"{name}.txt")), $"{name}.txt");
        Assert.Null(reading.Refusal);
        return (reading.Notice!, JsonDocument.Parse(File.ReadAllText(Requirements.RealNotice($"{name}.expected.json"))).RootElement);
    }
}
