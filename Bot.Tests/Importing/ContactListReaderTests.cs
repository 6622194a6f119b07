using System.IO.Compression;
using System.Text;
using PlanBot.Data.Model;
using PlanBot.Importing.Contacts;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Tests.Builders;
using PlanBot.Texts;

namespace PlanBot.Tests.Importing;

/// <summary>Lists of contacts in the shapes that offices keep; the files stand in Fixtures/Contacts.</summary>
public sealed class ContactListReaderTests
{
    private static readonly IReadOnlyList<Unit> Units =
        [Ledgers.NewUnit("市教委", "教委"), Ledgers.NewUnit("市卫生健康委", "卫健委"), Ledgers.NewUnit("市商务局"), Ledgers.NewUnit("市发展改革委")];

    [Theory]
    [InlineData("one-row-each.csv")]
    [InlineData("one-row-each-gb18030.csv")]
    public void A_list_with_a_row_for_each_person(string file)
    {
        var list = Read(file);

        Assert.Empty(list.Problems);
        Assert.Equal(
            [
                "张敏 科长 13600000001 83600001 市教委/Primary", "赵磊 科员 13600000002  市教委/Backup", "孙丽 副主任  83600003 市教委/UnitLeader",
                "李强  13600000004  市卫生健康委/Primary", "张敏  13600000005  市商务局/Primary", "牵头处室小王  13600000006  Coordinator",
            ],
            list.People.Select(Line));
        // Blank below a filled cell is how csv keeps a merged one; it is told all the same.
        Assert.Equal([(5, "市教委"), (6, "市教委")], list.Hints.Select(hint => (hint.Place.Row, hint.Subject)));
    }

    [Fact]
    public void A_list_with_the_people_of_a_unit_side_by_side()
    {
        var list = Read("side-by-side.csv");

        Assert.Empty(list.Problems);
        Assert.Equal(
            [
                "张敏  13600000001  市教委/Primary", "赵磊  13600000002 83600002 市教委/Backup", "孙丽    市教委/UnitLeader", "李强   83600004 市卫生健康委/Primary",
            ],
            list.People.Select(Line));
        Assert.Equal([ContactIssue.UnitWithoutPerson], list.Hints.Select(hint => hint.Issue));
    }

    [Fact]
    public void A_workbook_with_merged_cells_two_lines_of_heading_and_numbers_as_numbers()
    {
        var workbook = new Workbook()
            .Sheet("说明", ["请如实填写"])
            .HiddenSheet("选项", "单位|姓名", "不要读|某人")
            .Sheet("联络员", ["联络员名单", "", "单位|A角||B角|", "|姓名|手机|姓名|手机", "市教委|张敏|#13600000001|赵磊|#1.3600000002E10", "卫健委|李强|#13600000003", "|王芳|#13600000004"], "A1:E1", "A3:A4", "B3:C3", "D3:E3", "A6:A7")
            .ToBytes();

        var list = ContactListReader.Read(SpreadsheetReader.Read(workbook).Sheets, Units);

        Assert.Empty(list.Problems);
        Assert.Equal(
            ["张敏  13600000001  市教委/Primary", "赵磊  13600000002  市教委/Backup", "李强  13600000003  市卫生健康委/Primary", "王芳  13600000004  市卫生健康委/Primary"], list.People.Select(Line));
    }

    [Fact]
    public void Every_mistake_is_named_with_its_cell_and_a_remedy()
    {
        var list = Read("mistakes.csv");

        Assert.Equal(
            [
                "A3 UnitUnknown", "A4 UnitUnknown", "A6 UnitUnknown", "B2 NameMissing", "B5 NameBad", "B8 SharedByTwo", "C3 MobileBad", "D4 AccountBad", "E5 RoleUnknown", "F4 DateBad",
            ],
            list.Problems.Select(problem => $"{problem.Place.Name} {problem.Issue}").Order(StringComparer.Ordinal));
        Assert.All(list.Problems, problem => Assert.DoesNotContain('\n', problem.Message));
        Assert.Contains("市卫生健康委", list.Problems.Single(problem => problem.Place.Name == "A4").Likely);
    }

    [Fact]
    public void One_person_for_several_units_stands_in_several_rows_or_in_one()
    {
        var list = ReadText("单位,姓名,手机,钉钉userid\n市教委、市商务局,张敏,13600000001,z01\n卫健委,张敏,,z01\n发展改革委,张敏,13600000002,\n");

        Assert.Empty(list.Problems);
        Assert.Equal(["张敏  13600000001  市教委/Primary 市商务局/Primary 市卫生健康委/Primary", "张敏  13600000002  市发展改革委/Primary"], list.People.Select(Line));
    }

    [Theory]
    [InlineData("区教委", ContactIssue.UnitUnknown)] // a level that is written must be the unit's own
    [InlineData("市教育委", ContactIssue.UnitUnknown)] // near is not enough
    [InlineData("市 教 委", null)]
    [InlineData("教委", null)]
    [InlineData("卫生健康委", null)]
    [InlineData("", ContactIssue.UnitMissing)]
    public void Units_are_found_by_name_and_never_by_likeness(string unit, ContactIssue? issue)
    {
        var list = ReadText($"单位,姓名\n{unit},张敏\n");

        Assert.Equal(issue, list.Problems.SingleOrDefault()?.Issue);
    }

    [Fact]
    public void A_name_that_two_units_share_without_their_level_is_asked_back()
    {
        var list = ContactListReader.Read(SpreadsheetReader.Read(Encoding.UTF8.GetBytes("单位,姓名\n教育局,张敏\n")).Sheets, [Ledgers.NewUnit("市教育局"), Ledgers.NewUnit("区教育局")]);

        var problem = Assert.Single(list.Problems);
        Assert.Equal((ContactIssue.UnitAmbiguous, 2), (problem.Issue, problem.Likely.Count));
    }

    [Theory]
    [InlineData("13600000001", "13600000001")]
    [InlineData("１３６ ０００ ０００ ０１", "13600000001")]
    [InlineData("0086-13600000001", "13600000001")]
    [InlineData("+852 91234567", "+85291234567")]
    [InlineData("83600001", null)]
    [InlineData("1.36E+10", null)]
    public void A_mobile_number_however_it_is_written(string written, string? kept) => Assert.Equal(kept, ContactCells.Mobile(written));

    [Theory]
    [InlineData("张敏,13600000001\n", ContactIssue.NoHeader)]
    [InlineData("单位,姓名\n", ContactIssue.NoPeople)]
    [InlineData("单位,姓名\n市教委,\n", ContactIssue.NoPeople)]
    public void A_list_that_is_none_says_so(string text, ContactIssue issue) => Assert.Equal(issue, ReadText(text).Problems.Single().Issue);

    [Fact]
    public void A_file_that_is_no_table_is_refused_with_the_reason()
    {
        Assert.Equal(SpreadsheetProblem.OldOrLocked, SpreadsheetReader.Read([0xD0, 0xCF, 0x11, 0xE0, 1, 2]).Problem);
        Assert.Equal(SpreadsheetProblem.NoTable, SpreadsheetReader.Read("%PDF-1.7"u8.ToArray()).Problem);
        Assert.Equal(SpreadsheetProblem.NoTable, SpreadsheetReader.Read("<table>"u8.ToArray()).Problem);
        Assert.Equal(SpreadsheetProblem.Empty, SpreadsheetReader.Read([]).Problem);
        Assert.Equal(SpreadsheetProblem.Damaged, SpreadsheetReader.Read([(byte)'P', (byte)'K', 3, 4, 5, 6, 7]).Problem);
        Assert.Equal(SpreadsheetProblem.Damaged, SpreadsheetReader.Read(Zip("hello.txt")).Problem);
        Assert.Equal(SpreadsheetProblem.Damaged, SpreadsheetReader.Read("姓名\n\"张敏"u8.ToArray()).Problem);
        Assert.Equal(SpreadsheetProblem.TooLarge, SpreadsheetReader.Read(new byte[SpreadsheetReader.LargestFile + 1]).Problem);
        var long_ = string.Concat(Enumerable.Repeat("a,b\n", SpreadsheetReader.MostRows));
        Assert.Null(SpreadsheetReader.Read(Encoding.UTF8.GetBytes(long_)).Problem);
        Assert.Equal(SpreadsheetProblem.TooManyRows, SpreadsheetReader.Read(Encoding.UTF8.GetBytes(long_ + "a,b\n")).Problem);
    }

    [Fact]
    public void The_template_filled_in_is_read()
    {
        var csv = Encoding.UTF8.GetString(ContactTemplate.Csv(Units)).Replace("市教委,", "市教委,张敏", StringComparison.Ordinal);
        Assert.Equal(["张敏    市教委/Primary"], ReadText(csv).People.Select(Line));
        Assert.Empty(ReadText(csv).Problems);

        var sheets = SpreadsheetReader.Read(ContactTemplate.Xlsx(Units)).Sheets;
        Assert.Equal(["联络员", "填写说明"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(Units.Select(unit => unit.Name), sheets[0].Rows.Skip(1).Select(row => row[0]));
        Assert.Equal([ContactIssue.NoPeople], ContactListReader.Read(sheets, Units).Problems.Select(problem => problem.Issue));
    }

    private static ContactList Read(string file) =>
        ContactListReader.Read(SpreadsheetReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Contacts", file))).Sheets, Units);

    private static ContactList ReadText(string text) => ContactListReader.Read(SpreadsheetReader.Read(Encoding.UTF8.GetBytes(text)).Sheets, Units);

    private static string Line(ListedPerson person) =>
        $"{person.Name} {person.Duty} {person.Mobile} {person.Phone} {string.Join(' ', person.Units.Select(place => $"{place.Unit.Name}/{place.Kind}"))}{string.Join(' ', person.Roles)}";

    private static byte[] Zip(string name)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            archive.CreateEntry(name).Open().Dispose();
        return stream.ToArray();
    }
}
