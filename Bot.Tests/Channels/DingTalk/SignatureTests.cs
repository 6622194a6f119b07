using System.Globalization;
using PlanBot.Channels.DingTalk;

namespace PlanBot.Tests.Channels.DingTalk;

/// <summary>The proof that a call comes from DingTalk.</summary>
public sealed class SignatureTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    [Theory]
    [InlineData("1577262236757", "this is a secret", "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=")] // inputs of DingTalk's own sample
    [InlineData("1700000000000", "unit-test-secret", "VS9K7nBGiy0qN2UNjBTivA5hNLf3rnoJI382VOfhjKA=")]
    public void A_message_is_signed_over_its_time_and_the_secret(string timestamp, string secret, string sign) =>
        Assert.Equal(sign, DingTalkSignature.OfMessage(timestamp, secret));

    [Fact]
    public void The_button_of_a_card_is_signed_over_its_time_alone() =>
        Assert.Equal("Zjbq5r+rR9lFzJcMLdLNNgxKS4MTnj1pLBp1KyfiIw8=", DingTalkSignature.OfCard("1700000000000", "unit-test-secret"));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-59 * 60, true)]
    [InlineData(-61 * 60, false)]
    [InlineData(4 * 60, true)] // clocks differ
    [InlineData(6 * 60, false)]
    public void A_signature_holds_for_an_hour(int seconds, bool holds)
    {
        var timestamp = Now.AddSeconds(seconds).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal(holds, DingTalkSignature.Holds(timestamp, DingTalkSignature.OfMessage(timestamp, "s"), "s", DingTalkSignature.OfMessage, Now));
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("", "")]
    [InlineData("1700000000000", null)]
    [InlineData("1700000000000", "")]
    [InlineData("1700000000000", "VS9K7nBGiy0qN2UNjBTivA5hNLf3rnoJI382VOfhjKA")] // one sign short
    [InlineData("1700000000000", "vS9K7nBGiy0qN2UNjBTivA5hNLf3rnoJI382VOfhjKA=")]
    [InlineData(" 1700000000000", "VS9K7nBGiy0qN2UNjBTivA5hNLf3rnoJI382VOfhjKA=")]
    [InlineData("-1", "x")]
    [InlineData("99999999999999999999", "x")]
    public void Anything_else_is_none(string? timestamp, string? sign) =>
        Assert.False(DingTalkSignature.Holds(timestamp, sign, "unit-test-secret", DingTalkSignature.OfMessage, Now));
}
