using System.Text.RegularExpressions;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PlanBot.Tests.BotFramework;

public sealed class ActivityTests
{
    [Fact]
    public void What_the_schema_does_not_know_survives_a_round_trip_and_nulls_are_left_out()
    {
        var wire = JObject.Parse("""
            {"type":"message","id":"1","text":"你好","callerId":"x","from":{"id":"u","userPrincipalName":"u@example.org"},
             "conversation":{"id":"c","tenantId":"t","topic":{"a":1}},"entities":[{"type":"clientInfo","locale":"zh-CN"}],
             "attachments":[{"contentType":"image/png","contentUrl":"https://x","extra":true}],"channelData":{"tenant":{"id":"t"}},"value":{"k":[1,2]}}
            """);

        var activity = wire.ToObject<Activity>(HttpHelper.BotMessageSerializer)!;
        var written = JObject.FromObject(activity, HttpHelper.BotMessageSerializer);

        Assert.True(JToken.DeepEquals(Sorted(wire), Sorted(written)), written.ToString());
    }

    [Fact]
    public void An_instant_is_written_with_its_offset()
    {
        var activity = new Activity { Timestamp = new DateTimeOffset(2020, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)) };

        var json = JsonConvert.SerializeObject(activity, HttpHelper.BotMessageSerializerSettings);

        Assert.Equal("""{"timestamp":"2020-04-01T09:00:00+08:00"}""", Regex.Replace(json, @"\s", ""));
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/carousel", true)] // a subtype
    [InlineData("messageUpdate", false)]
    [InlineData("messageReaction", false)]
    [InlineData("mess", false)]
    [InlineData(null, false)]
    public void Only_a_message_is_seen_as_a_message(string? type, bool expected) =>
        Assert.Equal(expected, new Activity { Type = type }.AsMessageActivity() is not null);

    [Theory]
    [InlineData("<at>PlanBot</at> 谁逾期了", "<at>PlanBot</at>", "谁逾期了")]
    [InlineData("请 <AT>PlanBot</AT>看看", "<at>PlanBot</at>", "请 看看")]
    [InlineData("<at>PlanBot</at> 帮助", null, "帮助")] // the entity names nobody's words: fall back to the usual form
    [InlineData("<at>Other</at> 帮助", "<at>PlanBot</at>", "<at>Other</at> 帮助")]
    public void The_mention_of_the_recipient_is_taken_out(string text, string? mention, string expected)
    {
        var wire = new JObject { ["type"] = "mention", ["mentioned"] = new JObject { ["id"] = "bot", ["name"] = "PlanBot" }, ["text"] = mention };
        var activity = new Activity { Type = "message", Text = text, Recipient = new ChannelAccount("bot"), Entities = [wire.ToObject<Entity>()!] };

        Assert.True(activity.MentionsRecipient());
        Assert.Equal(expected, activity.RemoveRecipientMention());
        Assert.Equal(expected, activity.Text);
    }

    [Fact]
    public void A_reply_goes_back_where_the_message_came_from()
    {
        var incoming = Incoming();

        var outgoing = new Activity { Type = "message", Locale = "en-US" }.ApplyConversationReference(incoming.GetConversationReference());

        Assert.Equal(("bot", "user", "m1"), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId));
        Assert.Equal(("c", "test", "https://s"), (outgoing.Conversation.Id, outgoing.ChannelId, outgoing.ServiceUrl));
        Assert.Equal("en-US", outgoing.Locale); // its own, not the incoming one's
        Assert.Null(outgoing.Id);
    }

    [Fact]
    public void Applied_as_incoming_the_reference_gives_the_activity_its_id_and_sender()
    {
        var again = new Activity { Type = "message" }.ApplyConversationReference(Incoming().GetConversationReference(), isIncoming: true);

        Assert.Equal(("user", "bot", "m1", "zh-CN"), (again.From.Id, again.Recipient.Id, again.Id, again.Locale));
        Assert.Null(again.ReplyToId);
    }

    [Theory]
    [InlineData("conversationUpdate", Microsoft.Bot.Connector.Channels.Directline, false)] // Web Chat shows none, so nothing can reply to it
    [InlineData("conversationUpdate", Microsoft.Bot.Connector.Channels.Webchat, false)]
    [InlineData("conversationUpdate", Microsoft.Bot.Connector.Channels.Msteams, true)]
    [InlineData("message", Microsoft.Bot.Connector.Channels.Directline, true)]
    public void What_can_be_replied_to(string type, string channel, bool hasId)
    {
        var incoming = Incoming();
        (incoming.Type, incoming.ChannelId) = (type, channel);

        Assert.Equal(hasId ? "m1" : null, incoming.GetConversationReference().ActivityId);
        Assert.Equal(hasId ? "m1" : null, incoming.CreateReply("好").ReplyToId);
    }

    [Fact]
    public void The_continuation_of_a_conversation_is_an_event_from_the_user_to_the_bot()
    {
        var reference = Incoming().GetConversationReference();

        var activity = reference.GetContinuationActivity();

        Assert.Equal(("event", "ContinueConversation", "user", "bot"), (activity.Type, activity.Name, activity.From.Id, activity.Recipient.Id));
        Assert.Same(reference, activity.RelatesTo);
        Assert.NotEqual(activity.Id, reference.GetContinuationActivity().Id);
    }

    [Fact]
    public void Channel_data_is_read_as_the_type_that_is_asked_for()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"id":"7"}""") };

        Assert.Equal("7", activity.GetChannelData<ChannelAccount>().Id);
        Assert.True(activity.TryGetChannelData<ChannelAccount>(out _));
        Assert.False(new Activity().TryGetChannelData<ChannelAccount>(out _));
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<ChannelAccount>(out _));
        Assert.Null(new Activity().GetChannelData<ChannelAccount>());
    }

    [Fact]
    public void A_notification_takes_the_place_of_channel_data_that_is_not_of_Teams()
    {
        var (foreign, own) = (new Activity { ChannelData = JObject.Parse("""{"x":1}""") }, new Activity { ChannelData = new TeamsChannelData { EventType = "e" } });

        foreign.TeamsNotifyUser();
        own.TeamsNotifyUser();

        Assert.True(Assert.IsType<TeamsChannelData>(foreign.ChannelData).Notification.Alert);
        Assert.Equal(("e", true), (((TeamsChannelData)own.ChannelData).EventType, ((TeamsChannelData)own.ChannelData).Notification.Alert));
    }

    private static Activity Incoming() => new()
    {
        Type = "message",
        Id = "m1",
        ChannelId = "test",
        ServiceUrl = "https://s",
        Locale = "zh-CN",
        From = new ChannelAccount("user"),
        Recipient = new ChannelAccount("bot"),
        Conversation = new ConversationAccount(id: "c"),
    };

    private static JToken Sorted(JToken token) => token switch
    {
        JObject o => new JObject(o.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sorted(p.Value)))),
        JArray a => new JArray(a.Select(Sorted)),
        _ => token,
    };
}
