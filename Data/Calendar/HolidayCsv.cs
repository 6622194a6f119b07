using System.Globalization;
using System.Text;
using PlanBot.Data.Model;

namespace PlanBot.Data.Calendar;

/// <summary>Reads a holiday list: one line a day, with the columns <c>date,kind,name_zh,year_notice</c> in any order, e.g. <c>2020-10-10,work,国庆节、中秋节,2020</c>.
/// A further column <c>document</c> may name the source; other columns are left alone.</summary>
public static class HolidayCsv
{
    private static readonly string[] Required = ["date", "kind", "name_zh", "year_notice"];

    // 2027/1/1 is what a spreadsheet makes of the ISO date when it saves the file again.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy/M/d"];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What spreadsheets on Chinese Windows save as CSV.
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Reads a file's bytes, UTF-8 or GB18030.</summary>
    public static HolidayCsvResult Read(byte[] file) =>
        (Decode(file, Utf8) ?? Decode(file, Gb18030)) is { } text && !text.Contains('\0', StringComparison.Ordinal)
            ? Read(text)
            : new([], [new(1, HolidayCsvProblem.NotText, "")]);

    public static HolidayCsvResult Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var header = Cells(lines[0]).Select(name => name.ToLowerInvariant()).ToList();
        if (Required.FirstOrDefault(name => !header.Contains(name)) is { } missing)
            return new([], [new(1, HolidayCsvProblem.ColumnMissing, missing)]);

        var (days, errors) = (new Dictionary<DateOnly, Row>(), new List<HolidayCsvError>());
        for (var number = 2; number <= lines.Count; number++)
        {
            if (string.IsNullOrWhiteSpace(lines[number - 1]))
                continue;
            var read = ReadLine(Cells(lines[number - 1]), header, number, out var row);
            if (read is null && !days.TryAdd(row!.Day.Day, row))
                read = new(number, HolidayCsvProblem.DayRepeated, row.Day.Day.ToString("O", CultureInfo.InvariantCulture));
            if (read is not null)
                errors.Add(read);
        }
        if (days.Count == 0 && errors.Count == 0)
            errors.Add(new(1, HolidayCsvProblem.NoDays, ""));
        return errors.Count > 0 ? new([], errors) : new(ByYear(days.Values), []);
    }

    private static string? Decode(byte[] file, Encoding encoding)
    {
        try
        {
            return encoding.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <returns>What is wrong with the line; null when <paramref name="row"/> holds it.</returns>
    private static HolidayCsvError? ReadLine(string[] cells, List<string> header, int number, out Row? row)
    {
        row = null;
        if (cells.Length != header.Count)
            return new(number, HolidayCsvProblem.CellCount, cells.Length.ToString(CultureInfo.InvariantCulture));
        var (date, kind, name, year) = (Cell("date"), Cell("kind"), Cell("name_zh"), Cell("year_notice"));
        if (!DateOnly.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(number, HolidayCsvProblem.BadDate, date);
        if (kind is not ("off" or "work"))
            return new(number, HolidayCsvProblem.BadKind, kind);
        if (name.Length == 0)
            return new(number, HolidayCsvProblem.NoName, date);
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var notice) || notice is < 1949 or > 9998)
            return new(number, HolidayCsvProblem.BadYear, year);
        // An arrangement reaches back into the December before, never further: 2018-12-31 stands in that of 2019.
        if (day.Year != notice && (day.Year, day.Month) != (notice - 1, 12))
            return new(number, HolidayCsvProblem.DayOutsideYear, $"{date}, {year}");
        // Monday to Friday are worked anyway: such a row is a slip of the date, and the real day would be lost with it.
        if (kind == "work" && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            return new(number, HolidayCsvProblem.WorkOnWeekday, date);
        row = new(new(day, kind == "work", name, notice), header.Contains("document") ? Cell("document") : "");
        return null;

        string Cell(string column) => cells[header.IndexOf(column)];
    }

    private static List<HolidayYear> ByYear(IEnumerable<Row> rows) =>
        rows.GroupBy(row => row.Day.YearNotice).OrderBy(year => year.Key)
            .Select(year => new HolidayYear(
                year.Key,
                year.Select(row => row.Document).Where(document => document.Length > 0).Distinct().ToList(),
                year.Select(row => row.Day).OrderBy(day => day.Day).ToList()))
            .ToList();

    // No cell of this form holds a comma; quotes are taken off because some programs put them around every text.
    private static string[] Cells(string line) => line.Split(',').Select(cell => cell.Trim().Trim('"').Trim()).ToArray();

    private sealed record Row(CalendarDay Day, string Document);
}
