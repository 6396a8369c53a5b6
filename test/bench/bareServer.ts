/** The least that an HTTP door costs here: restify reads JSON and answers JSON. A process of its own. */
import restify, { type Request, type Response } from 'restify'

const server = restify.createServer()
server.use(restify.plugins.jsonBodyParser())
server.post('/echo', (req: Request, res: Response, next: (go?: false) => void) => {
  res.send({ id: (req.body as { id: string }).id })
  next()
})
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`))
