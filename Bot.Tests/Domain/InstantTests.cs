using System.Globalization;
using PlanBot.Domain;

namespace PlanBot.Tests.Domain;

public sealed class InstantTests
{
    [Theory]
    [InlineData("2020-04-07T09:00:00+08:00", "2020-04-07T01:00:00")]
    [InlineData("2020-04-07T09:00+08:00", "2020-04-07T01:00:00")]
    [InlineData("2020-04-07T01:00:00Z", "2020-04-07T01:00:00")]
    [InlineData("2020-04-07T01:00:00.000Z", "2020-04-07T01:00:00")] // as a browser writes it
    [InlineData("2020-04-07T01:00:00.1234567+00:00", "2020-04-07T01:00:00.1234567")] // as .NET does
    [InlineData(" 2020-04-07T01:00:00Z ", "2020-04-07T01:00:00")]
    public void An_instant_is_read_to_utc(string text, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), Instant.Read(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2020-04-07")]
    [InlineData("2020-04-07T09:00")]
    [InlineData("2020-04-07T09:00:00")] // without an offset it is another moment on every machine
    [InlineData("2020-04-31T09:00Z")]
    [InlineData("2020-04-07T25:00Z")]
    [InlineData("07/04/2020 09:00 +08:00")]
    public void Anything_else_is_none(string? text) => Assert.Null(Instant.Read(text));
}
