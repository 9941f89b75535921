# syntax=docker/dockerfile:1

# One image for every process of Retorno; the command says which:
#   API             node --enable-source-maps dist/src/server.js          (the default)
#   worker          node --enable-source-maps dist/src/worker.js
#   cluster set-up  node --enable-source-maps dist/tools/temporal-setup.js
#   migration       node --enable-source-maps dist/tools/migrate.js        (before API and worker of a new version)
#   merchants       node --enable-source-maps dist/tools/merchant.js       (by hand: makes them, invites their people)
#   another key     node --enable-source-maps dist/tools/replace-key.js    (by hand: docs/operations.md, Changing secrets)
#   current build   node --enable-source-maps dist/tools/deployment.js     (where workers are of a Worker Deployment)
# Debian and not Alpine: the native core of Temporal's SDK is built against glibc.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src/ src/
COPY simulator/ simulator/
COPY tools/ tools/
COPY console/ console/
RUN npm run build
# The SDK brings its native core built for five platforms, with its Rust sources: one build is used.
RUN npm prune --omit=dev \
 && cd node_modules/@temporalio/core-bridge \
 && rm -r sdk-core \
 && find releases -mindepth 1 -maxdepth 1 ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} +

FROM node:24-bookworm-slim
# The native core checks certificates against the system's, which the slim image lacks.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
# Node sizes its heap by the machine and not by the container: give NODE_OPTIONS=--max-old-space-size=<MiB>, about
# three quarters of the container's memory. The rest is for the native core, buffers and stacks.
ENV NODE_ENV=production
# What workers of a Worker Deployment (WORKER_DEPLOYMENT) call this build: docker build --build-arg BUILD_ID=$(git rev-parse --short HEAD) .
ARG BUILD_ID
ENV WORKER_BUILD_ID=$BUILD_ID
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules/ node_modules/
COPY --from=build /app/dist/workflow-bundle.js dist/
COPY --from=build /app/dist/src/ dist/src/
COPY --from=build /app/dist/console/ dist/console/
COPY --from=build /app/dist/tools/temporal-setup.js dist/tools/
COPY --from=build /app/dist/tools/migrate.js dist/tools/
COPY --from=build /app/dist/tools/deployment.js dist/tools/
COPY --from=build /app/dist/tools/replace-key.js dist/tools/
COPY --from=build /app/dist/tools/merchant.js dist/tools/
COPY --from=build /app/dist/tools/merchants/ dist/tools/merchants/
COPY --from=build /app/dist/tools/migration/ dist/tools/migration/
COPY --from=build /app/dist/tools/processes/ dist/tools/processes/
COPY --from=build /app/dist/tools/progress/ dist/tools/progress/
COPY --from=build /app/dist/tools/temporal/ dist/tools/temporal/
USER node
EXPOSE 3000
# Of the API. A worker shows its health under METRICS_PORT, and nothing without it: give it a check of its own, as
# docker-compose.yml does.
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As a list, so that Node is process 1 and hears SIGTERM itself: it finishes what it has begun and ends.
CMD ["node", "--enable-source-maps", "dist/src/server.js"]
