using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

public abstract class SqlStorageTests(TestDatabase store) : DatabaseTests(store)
{
    private SqlStorage Storage => new(Database, new StoredTypes([new("draft", typeof(Draft)), new("note", typeof(Note))]));

    [DatabaseFact]
    public async Task What_is_not_there_is_left_out()
    {
        await Storage.WriteAsync(State("a", 1), None);

        var found = await Storage.ReadAsync(["a", "b"], None);

        Assert.Equal("a", Assert.Single(found).Key);
        Assert.Empty(await Storage.ReadAsync([], None));
    }

    [DatabaseFact]
    public async Task Dialogs_come_back_as_the_types_they_were()
    {
        var draft = new Draft("u2", [1, 2], new Dictionary<int, string> { [1] = "2020-03-31T09:00:00Z" });
        var stack = new DialogState([new() { Id = "report", State = new Dictionary<string, object> { ["options"] = draft, ["stepIndex"] = 2, ["values"] = new Dictionary<string, object>() } }]);
        var prompt = new PromptOptions { Prompt = MessageFactory.Text("存在问题？"), Validations = new List<string> { "无" } };
        await Storage.WriteAsync(new Dictionary<string, object> { ["conversation"] = new Dictionary<string, object> { ["dialogs"] = stack, ["prompt"] = prompt } }, None);

        var state = Assert.IsType<Dictionary<string, object>>((await Storage.ReadAsync(["conversation"], None))["conversation"]);

        var instance = Assert.Single(Assert.IsType<DialogState>(state["dialogs"]).DialogStack);
        Assert.Equivalent(draft, Assert.IsType<Draft>(instance.State["options"]), strict: true);
        Assert.Equal("2020-03-31T09:00:00Z", ((Draft)instance.State["options"]).Texts[1]); // typed text, no date
        Assert.Equal(2L, instance.State["stepIndex"]);
        Assert.IsType<Dictionary<string, object>>(instance.State["values"]);
        Assert.Equal("存在问题？", Assert.IsType<PromptOptions>(state["prompt"]).Prompt.Text);
        Assert.Equal(["无"], Assert.IsType<List<string>>(((PromptOptions)state["prompt"]).Validations));
    }

    [DatabaseFact]
    public async Task State_of_the_SDK_goes_through_it_from_turn_to_turn()
    {
        var state = new ConversationState(Storage);
        var said = state.CreateProperty<Draft>("draft");
        await said.SetAsync(await LoadedTurnAsync(state), new Draft("u2", [], new Dictionary<int, string>()), None);
        var turn = await LoadedTurnAsync(state);
        await said.SetAsync(turn, new Draft("u3", [], new Dictionary<int, string>()), None);
        await state.SaveChangesAsync(turn, cancellationToken: None);

        var next = new ConversationState(Storage);
        var read = await next.CreateProperty<Draft>("draft").GetAsync(await LoadedTurnAsync(next), cancellationToken: None);

        Assert.Equal("u3", read.Unit);
    }

    [DatabaseFact]
    public async Task A_type_nobody_registered_is_not_stored() =>
        await Assert.ThrowsAsync<JsonSerializationException>(() => Storage.WriteAsync(State("a", new Stranger("x")), None));

    [DatabaseFact]
    public async Task Stored_text_cannot_choose_a_class()
    {
        await Storage.WriteAsync(State("a", 1), None);
        var forged = $$"""{"$type":"{{typeof(FileInfo).AssemblyQualifiedName}}","fileName":"/tmp/x"}""";
        await Database.WriteAsync("UPDATE bot_state SET document = @forged", new { forged }, None);

        await Assert.ThrowsAsync<JsonSerializationException>(() => Storage.ReadAsync(["a"], None));
    }

    [DatabaseFact]
    public async Task The_last_writer_of_plain_state_wins()
    {
        await Storage.WriteAsync(State("a", 1), None);
        await Storage.WriteAsync(State("a", 2), None);

        Assert.Equal(2L, ((IDictionary<string, object>)(await Storage.ReadAsync(["a"], None))["a"])["value"]);
    }

    [DatabaseFact]
    public async Task An_item_with_a_version_is_written_only_over_the_version_that_was_read()
    {
        await Storage.WriteAsync(Item("n", new Note { Text = "一" }), None);
        var mine = await ReadNoteAsync();
        var yours = await ReadNoteAsync();
        mine.Text = "二";
        await Storage.WriteAsync(Item("n", mine), None);

        await Assert.ThrowsAsync<ArgumentException>(() => Storage.WriteAsync(Item("n", yours), None));
        await Assert.ThrowsAsync<ArgumentException>(() => Storage.WriteAsync(Item("n", new Note { Text = "三" }), None)); // as if it were new
        Assert.Equal("二", (await ReadNoteAsync()).Text);

        yours.ETag = "*";
        await Storage.WriteAsync(Item("n", yours), None);
        Assert.Equal("一", (await ReadNoteAsync()).Text);
    }

    [DatabaseFact]
    public async Task Of_several_changes_none_is_kept_when_one_conflicts()
    {
        await Storage.WriteAsync(Item("n", new Note { Text = "一" }), None);
        var changes = State("a", 1);
        changes["n"] = new Note { Text = "二", ETag = "old" };

        await Assert.ThrowsAsync<ArgumentException>(() => Storage.WriteAsync(changes, None));

        Assert.Equal("n", Assert.Single(await Storage.ReadAsync(["a", "n"], None)).Key);
    }

    [DatabaseFact]
    public async Task What_is_deleted_or_written_as_nothing_is_gone()
    {
        await Storage.WriteAsync(new Dictionary<string, object> { ["a"] = new JObject { ["x"] = 1 }, ["b"] = new JObject(), ["c"] = new JObject() }, None);

        await Storage.DeleteAsync(["a", "unknown"], None);
        await Storage.WriteAsync(new Dictionary<string, object> { ["b"] = null! }, None);

        Assert.Equal("c", Assert.Single(await Storage.ReadAsync(["a", "b", "c"], None)).Key);
    }

    private static async Task<TurnContext> LoadedTurnAsync(ConversationState state)
    {
        var activity = new Activity { Type = ActivityTypes.Message, ChannelId = Ledgers.Browser, Conversation = new ConversationAccount { Id = "c1" } };
        var turn = new TurnContext(new Microsoft.Bot.Builder.Adapters.TestAdapter(), activity);
        await state.LoadAsync(turn, cancellationToken: None);
        return turn;
    }

    private async Task<Note> ReadNoteAsync() => (Note)(await Storage.ReadAsync(["n"], None))["n"];

    private static Dictionary<string, object> State(string key, object value) => Item(key, new Dictionary<string, object> { ["value"] = value });

    private static Dictionary<string, object> Item(string key, object item) => new() { [key] = item };

    public sealed record Draft(string Unit, IReadOnlyList<int> Tasks, IReadOnlyDictionary<int, string> Texts);

    public sealed record Stranger(string Name);

    public sealed class Note : IStoreItem
    {
        public string Text { get; set; } = "";

        public string ETag { get; set; } = null!;
    }
}
