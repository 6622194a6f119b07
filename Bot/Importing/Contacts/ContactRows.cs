using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Importing.Spreadsheets;
using PlanBot.Texts;

namespace PlanBot.Importing.Contacts;

/// <summary>Reads one sheet: each row gives one person, or one for each of A角, B角 and 分管领导 where they stand side by side.</summary>
internal sealed partial class ContactRows(Sheet sheet, IReadOnlyList<ContactColumn> columns, ListedUnits units)
{
    private readonly bool hasUnits = columns.Any(column => column.Field == ContactField.Unit);
    private string unitAbove = "";

    /// <summary>As they stand; one person may stand in several rows.</summary>
    public List<ListedPerson> People { get; } = [];
    public List<ContactProblem> Problems { get; } = [];
    public List<ContactProblem> Hints { get; } = [];

    public void Read(int headingEnd)
    {
        foreach (var row in sheet.Rows.Skip(headingEnd + 1).Where(row => !IsTotalOrRemark(row)))
            ReadRow(row);
    }

    private void ReadRow(SheetRow row)
    {
        var written = Cell(row, ContactField.Unit, null).Text;
        var groups = columns.Where(column => column.Field == ContactField.Name).Select(column => column.Group).Distinct()
            .Where(group => columns.Any(column => column.Group == group && column.Field is not (ContactField.Unit or ContactField.Role) && row[column.Index].Length > 0)).ToList();
        if (groups.Count == 0)
        {
            // A unit that nobody is named for yet: in a template most are.
            if (written.Length > 0)
                Note(Hints, row, ContactField.Unit, ContactIssue.UnitWithoutPerson, written);
            unitAbove = written.Length > 0 ? written : unitAbove;
            return;
        }
        foreach (var group in groups)
            ReadPerson(row, group, written);
        unitAbove = written.Length > 0 ? written : unitAbove;
    }

    private void ReadPerson(SheetRow row, ContactKind? group, string written)
    {
        var before = Problems.Count;
        var (nameText, nameColumn) = Cell(row, ContactField.Name, group);
        var name = ContactCells.Name(nameText);
        if (nameText.Length == 0)
            Note(Problems, row, ContactField.Name, ContactIssue.NameMissing, "", group);
        else if (name is null)
            Note(Problems, row, ContactField.Name, ContactIssue.NameBad, nameText, group);

        var said = group is null ? Cell(row, ContactField.Role, null).Text : "";
        var unitText = written.Length > 0 || sheet.MergesKnown ? written : unitAbove;
        var (kind, role) = group is { } grouped ? (grouped, null) : said.Length == 0 ? (ContactKind.Primary, null) : ContactCells.Role(said, unitText.Length > 0);
        if (kind is null && role is null)
            Note(Problems, row, ContactField.Role, ContactIssue.RoleUnknown, said);
        var person = new ListedPerson
        {
            Place = new(sheet.Name, row.Number, nameColumn), Name = name ?? "", Duty = Text(row, ContactField.Duty, group), Email = Mail(row, group),
            Accounts = Accounts(row, group), Roles = role is { } given ? [given] : [],
            Units = kind is { } place ? Places(row, unitText, isCarriedDown: written.Length == 0, place) : [],
        };
        (person, var mobile) = (person with { Phone = Phones(row, group).Office }, Phones(row, group).Mobile);
        if (Problems.Count == before)
            People.Add(person with { Mobile = mobile });
    }

    private List<ListedPlace> Places(SheetRow row, string unitText, bool isCarriedDown, ContactKind kind)
    {
        if (unitText.Length == 0)
        {
            Note(Problems, row, hasUnits ? ContactField.Unit : ContactField.Name, ContactIssue.UnitMissing, "");
            return [];
        }
        if (isCarriedDown)
            Note(Hints, row, ContactField.Unit, ContactIssue.UnitCarriedDown, unitText);
        var (from, until) = (Day(row, ContactField.From), Day(row, ContactField.Until));
        if (until < from)
            Note(Problems, row, ContactField.Until, ContactIssue.DatesReversed, "");
        var places = new List<ListedPlace>();
        foreach (var name in units.Find(unitText).Count > 0 ? [unitText] : Several().Split(unitText).Where(part => part.Length > 0))
        {
            switch (units.Find(name))
            {
                case [var unit]:
                    places.Add(new(unit, kind, from, until));
                    break;
                case []:
                    Note(Problems, row, ContactField.Unit, ContactIssue.UnitUnknown, name, likely: units.Likely(name));
                    break;
                case var several:
                    Note(Problems, row, ContactField.Unit, ContactIssue.UnitAmbiguous, name, likely: [.. several.Select(unit => unit.FullName)]);
                    break;
            }
        }
        return places;
    }

    private (string? Office, string? Mobile) Phones(SheetRow row, ContactKind? group)
    {
        var office = Text(row, ContactField.Phone, group) ?? Text(row, ContactField.Phone, null);
        string? mobile = null;
        if (Cell(row, ContactField.Mobile, group).Text is { Length: > 0 } number && (mobile = ContactCells.Mobile(number)) is null)
            Note(Problems, row, ContactField.Mobile, ContactIssue.MobileBad, number, group);
        foreach (var part in Several().Split(Cell(row, ContactField.AnyPhone, group).Text).Where(part => part.Length > 0))
        {
            if (ContactCells.Mobile(part) is { } found)
                mobile ??= found;
            else if (Exponent().IsMatch(part))
                Note(Problems, row, ContactField.AnyPhone, ContactIssue.MobileBad, part, group);
            else
                office ??= part;
        }
        return (office, mobile);
    }

    private string? Mail(SheetRow row, ContactKind? group)
    {
        var mail = Text(row, ContactField.Email, group);
        if (mail is not null && !ContactCells.IsMail(mail))
            Note(Problems, row, ContactField.Email, ContactIssue.EmailBad, mail, group);
        return mail;
    }

    private List<(string Channel, string Account)> Accounts(SheetRow row, ContactKind? group)
    {
        var accounts = new List<(string, string)>();
        Add(ContactField.TeamsAccount, "msteams", ContactCells.TeamsAccount);
        Add(ContactField.StaffId, "dingtalk", ContactCells.StaffId);
        return accounts;

        void Add(ContactField field, string channel, Func<string, string?> read)
        {
            foreach (var column in columns.Where(column => column.Field == field && column.Group == group && row[column.Index].Length > 0))
            {
                if (read(row[column.Index]) is { } account)
                    accounts.Add((channel, account));
                else
                    Problems.Add(new(new(sheet.Name, row.Number, column.Index), ContactIssue.AccountBad, row[column.Index], []));
            }
        }
    }

    private DateOnly? Day(SheetRow row, ContactField field)
    {
        if (Cell(row, field, null).Text is not { Length: > 0 } text)
            return null;
        if (ContactCells.Day(text) is not { } day)
        {
            Note(Problems, row, field, ContactIssue.DateBad, text);
            return null;
        }
        return day;
    }

    private string? Text(SheetRow row, ContactField field, ContactKind? group)
    {
        var text = Cell(row, field, group).Text;
        if (text.Length > ContactCells.LongestText)
            Note(Problems, row, field, ContactIssue.TooLong, text, group);
        return text.Length == 0 ? null : text;
    }

    /// <summary>The first filled cell of that kind; the first such column when all are blank.</summary>
    private (string Text, int? Column) Cell(SheetRow row, ContactField field, ContactKind? group)
    {
        var own = columns.Where(column => column.Field == field && column.Group == group).ToList();
        var filled = own.Find(column => row[column.Index].Length > 0) ?? own.FirstOrDefault();
        return (filled is null ? "" : row[filled.Index], filled?.Index);
    }

    private void Note(List<ContactProblem> where, SheetRow row, ContactField field, ContactIssue issue, string subject, ContactKind? group = null, IReadOnlyList<string>? likely = null)
    {
        var place = new CellPlace(sheet.Name, row.Number, Cell(row, field, group).Column);
        if (!where.Exists(known => known.Place == place && known.Issue == issue && known.Subject == subject))
            where.Add(new(place, issue, subject, likely ?? []));
    }

    /// <summary>合计 under the list, and what is written below it: 备注, 填表人.</summary>
    private static bool IsTotalOrRemark(SheetRow row) => row.Cells.FirstOrDefault(cell => cell.Length > 0) is not { } first || Total().IsMatch(first)
        || (row.Cells.Where(cell => cell.Length > 0).Distinct().Count() == 1 && Remark().IsMatch(first));

    [GeneratedRegex(@"^(?:合\s*计|总\s*计|小\s*计|共\s*计|总人数|共\s*\d+\s*[人家个]|total)", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex("^(?:备?注|说明|填[表报]|制表|审核|联系人[:：]|日期[:：]|note)", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex("[、；;，,/\n]")]
    private static partial Regex Several();

    [GeneratedRegex(@"^\d(?:\.\d+)?[eE]\+?\d+$")]
    private static partial Regex Exponent();
}
