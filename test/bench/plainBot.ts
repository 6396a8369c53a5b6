/**
 * The bot to compare with, as the Bot Framework's documentation teaches it: restify, CloudAdapter, ConversationState on
 * MemoryStorage, a ComponentDialog with a WaterfallDialog of three prompts. A process of its own: node plainBot.ts [--text-only]
 */
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  UserState,
  type TurnContext,
} from 'botbuilder'
import {
  ChoiceFactory,
  ChoicePrompt,
  ComponentDialog,
  DialogSet,
  DialogTurnStatus,
  NumberPrompt,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs'
import restify, { type Request, type Response } from 'restify'

/** Prompts for words only: the lightest that the waterfall can be. Choices and numbers bring their recognisers. */
const textOnly = process.argv.includes('--text-only')
const WITH = ['On my own', 'Family', 'Friends', 'Online']

interface Moment {
  doing?: string
  who?: string
  mood?: number
}

class MomentDialog extends ComponentDialog {
  private readonly moments
  constructor(userState: UserState) {
    super('momentDialog')
    this.moments = userState.createProperty<Moment>('moment')
    this.addDialog(new TextPrompt('text'))
    this.addDialog(new ChoicePrompt('choice'))
    this.addDialog(
      new NumberPrompt('number', (prompt) =>
        Promise.resolve(prompt.recognized.succeeded && prompt.recognized.value! >= 0 && prompt.recognized.value! <= 10),
      ),
    )
    this.addDialog(
      new WaterfallDialog<Moment>('waterfall', [
        (step) => step.prompt('text', 'What were you doing?'),
        (step) => this.askWho(step),
        (step) => this.askMood(step),
        (step) => this.save(step),
      ]),
    )
    this.initialDialogId = 'waterfall'
  }

  private askWho(step: WaterfallStepContext<Moment>) {
    Object.assign(step.values, { doing: step.result as string })
    return textOnly
      ? step.prompt('text', 'Who with?')
      : step.prompt('choice', { prompt: 'Who with?', choices: ChoiceFactory.toChoices(WITH) })
  }

  private askMood(step: WaterfallStepContext<Moment>) {
    Object.assign(step.values, { who: textOnly ? (step.result as string) : (step.result as { value: string }).value })
    return step.prompt(textOnly ? 'text' : 'number', {
      prompt: 'How was your mood, 0 to 10?',
      retryPrompt: 'A number from 0 to 10.',
    })
  }

  private async save(step: WaterfallStepContext<Moment>) {
    const moment = await this.moments.get(step.context, {})
    Object.assign(moment, step.values, { mood: Number(step.result) })
    await step.context.sendActivity("That's saved.")
    return step.endDialog()
  }

  async run(context: TurnContext, dialogs: DialogSet): Promise<void> {
    const dialogContext = await dialogs.createContext(context)
    const { status } = await dialogContext.continueDialog()
    if (status === DialogTurnStatus.empty) await dialogContext.beginDialog(this.id)
  }
}

class PlainBot extends ActivityHandler {
  private readonly conversationState: ConversationState
  private readonly userState: UserState
  constructor(conversationState: ConversationState, userState: UserState) {
    super()
    this.conversationState = conversationState
    this.userState = userState
    const dialog = new MomentDialog(userState)
    const dialogs = new DialogSet(conversationState.createProperty('dialogState'))
    dialogs.add(dialog)
    this.onMessage(async (context, next) => {
      await dialog.run(context, dialogs)
      await next()
    })
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context)
    await this.conversationState.saveChanges(context, false)
    await this.userState.saveChanges(context, false)
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const storage = new MemoryStorage()
const bot = new PlainBot(new ConversationState(storage), new UserState(storage))

const server = restify.createServer()
server.use(restify.plugins.jsonBodyParser())
server.post('/api/messages', async (req: Request, res: Response) => {
  await adapter.process(req, res as never, (context) => bot.run(context))
})
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`))
