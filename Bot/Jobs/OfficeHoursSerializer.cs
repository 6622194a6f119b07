using System.Globalization;
using System.Text.Json;
using Quartz.Serialization.SystemTextJson.Calendars;

namespace PlanBot.Jobs;

/// <summary>How <see cref="OfficeHoursCalendar"/> lies in the scheduler's tables, which all nodes read. Names are never changed, only added to.</summary>
public sealed class OfficeHoursSerializer : CalendarSerializer<OfficeHoursCalendar>
{
    public override string CalendarTypeName => "PlanBotOfficeHours";

    protected override OfficeHoursCalendar Create(JsonElement jsonElement, JsonSerializerOptions options) => new(
        [.. jsonElement.GetProperty("zones").EnumerateArray().Select(zone => zone.GetString()!)],
        TimeOnly.ParseExact(jsonElement.GetProperty("from").GetString()!, "HH:mm:ss", CultureInfo.InvariantCulture),
        TimeOnly.ParseExact(jsonElement.GetProperty("until").GetString()!, "HH:mm:ss", CultureInfo.InvariantCulture),
        [.. Days(jsonElement, "off", isWorked: false).Concat(Days(jsonElement, "worked", isWorked: true)).OrderBy(day => day.Day)]);

    protected override void SerializeFields(Utf8JsonWriter writer, OfficeHoursCalendar calendar, JsonSerializerOptions options)
    {
        Write("zones", calendar.Zones);
        writer.WriteString("from", calendar.From.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        writer.WriteString("until", calendar.Until.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        Write("off", calendar.Named.Where(day => !day.IsWorked).Select(Word));
        Write("worked", calendar.Named.Where(day => day.IsWorked).Select(Word));

        void Write(string name, IEnumerable<string> values)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }
    }

    /// <summary>All of it came with <see cref="Create"/>.</summary>
    protected override void DeserializeFields(OfficeHoursCalendar value, JsonElement jsonElement, JsonSerializerOptions options)
    {
    }

    private static string Word(NamedDay day) => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<NamedDay> Days(JsonElement element, string name, bool isWorked) =>
        element.GetProperty(name).EnumerateArray().Select(day => new NamedDay(DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), isWorked));
}
